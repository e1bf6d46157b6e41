package social.parley.mastodon.streaming;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.streaming.Channel;
import social.parley.streaming.Channel.Where;
import social.parley.text.Hashtag;

/** Which channel a name means, and whether the token may listen to it. */
final class StreamNames {
  static final String NOTIFICATIONS = "read:notifications";
  private static final int LONGEST_TAG = 200;

  private final Lists lists;

  StreamNames(Lists lists) {
    this.lists = lists;
  }

  /** What a program asks for: a name and, for some, what it is about. */
  record Asked(String name, @Nullable String tag, @Nullable String list) {

    /** How the program recognises what belongs to this. */
    List<String> words() {
      return switch (name) {
        case "hashtag", "hashtag:local" -> List.of(name, tag == null ? "" : tag);
        case "list" -> List.of(name, list == null ? "" : list);
        default -> List.of(name);
      };
    }
  }

  Channel channel(Asked asked, Access access) {
    String scope = asked.name().equals("user:notification") ? NOTIFICATIONS : "read:statuses";
    if (!access.covers(scope))
      throw new ForbiddenResponse("This action is outside the authorized scopes");
    ActorId me = access.actor();
    return switch (asked.name()) {
      case "user" -> new Channel.Home(me);
      case "user:notification" -> new Channel.Told(me);
      case "direct" -> new Channel.Direct(me);
      case "public" -> new Channel.Everyone(Where.ANYWHERE, false);
      case "public:media" -> new Channel.Everyone(Where.ANYWHERE, true);
      case "public:local" -> new Channel.Everyone(Where.HERE, false);
      case "public:local:media" -> new Channel.Everyone(Where.HERE, true);
      case "public:remote" -> new Channel.Everyone(Where.ELSEWHERE, false);
      case "public:remote:media" -> new Channel.Everyone(Where.ELSEWHERE, true);
      case "hashtag" -> new Channel.Tagged(tag(asked), false);
      case "hashtag:local" -> new Channel.Tagged(tag(asked), true);
      case "list" -> new Channel.ListOf(own(me, asked));
      default -> throw new BadRequestResponse("Unknown stream type");
    };
  }

  private ListId own(ActorId me, Asked asked) {
    String list = asked.list();
    if (list == null || list.isBlank()) throw new BadRequestResponse("Missing list parameter");
    try {
      return lists.own(me, ListId.parse(list)).id();
    } catch (Refused.NotFound notTheirs) {
      throw new UnauthorizedResponse("This is no list of yours");
    }
  }

  private static String tag(Asked asked) {
    String tag = asked.tag();
    if (tag == null || tag.isBlank()) throw new BadRequestResponse("Missing tag name parameter");
    if (tag.length() > LONGEST_TAG) throw new BadRequestResponse("The tag is too long");
    return Hashtag.normalise(tag);
  }
}
