package social.parley.mastodon;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.filters.Filters;
import social.parley.filters.PostWords;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.posts.Visibility;
import social.parley.storage.Database;
import social.parley.streaming.Involved;

/** One post for many people at once: filled once for all those to whom it looks the same. */
public final class StatusCrowd {
  private final Database database;
  private final Clock clock;
  private final Posts posts;
  private final Filters filters;
  private final StatusView statuses;
  private final Involved involved = new Involved();

  StatusCrowd(Database database, Clock clock, Posts posts, Filters filters, StatusView statuses) {
    this.database = database;
    this.clock = clock;
    this.posts = posts;
    this.filters = filters;
    this.statuses = statuses;
  }

  /** A post as some people see it. */
  public record Look(StatusJson status, Set<ActorId> viewers) {}

  /** Every look at it; all of the viewers may see it, which has been found out before. */
  public List<Look> of(Post post, Set<ActorId> viewers) {
    List<StatusJson> common = statuses.of(Visibility.NOBODY, List.of(post));
    Set<ActorId> apart = common.isEmpty() ? viewers : apart(post, viewers);
    List<Look> looks = new ArrayList<>();
    Set<ActorId> alike = new HashSet<>(viewers);
    alike.removeAll(apart);
    if (!alike.isEmpty()) looks.add(new Look(common.getFirst(), alike));
    for (ActorId one : apart)
      for (StatusJson own : statuses.of(one, List.of(post))) looks.add(new Look(own, Set.of(one)));
    return looks;
  }

  /** What may make it look different: which post it is about, and for whom. */
  private record Differences(Post content, Set<ActorId> involved, Set<ActorId> filtering) {}

  private Set<ActorId> apart(Post post, Set<ActorId> viewers) {
    PostId original = post.boostOf();
    Differences found =
        database.read(db -> {
          Post content = original == null ? post : posts.byId(db, original).orElse(post);
          return new Differences(
              content, involved.of(db, content, viewers), filters.ownersAmong(db, viewers));
        });
    // Each viewer stands to the author of a quoted post as they do, whoever shows it.
    Quote quote = found.content().quote();
    if (quote != null && quote.accepted()) return viewers;
    Set<ActorId> apart = new HashSet<>(found.involved());
    List<PostId> ids = original == null ? List.of(post.id()) : List.of(post.id(), original);
    Words words = new Words(found.content());
    for (ActorId one : found.filtering())
      if (!filters.active(one).match(clock.instant(), null, ids, words).isEmpty()) apart.add(one);
    return apart;
  }

  /** All there is to read in a post, gathered when the first filter asks. */
  private final class Words implements Supplier<String> {
    private final Post post;
    private @Nullable String known;

    Words(Post post) {
      this.post = post;
    }

    @Override
    public String get() {
      String text = known;
      if (text != null) return text;
      List<PostId> id = List.of(post.id());
      Poll poll = post.hasPoll() ? posts.pollsOf(id).get(post.id()) : null;
      List<MediaFile> media =
          post.hasMedia() ? posts.mediaOf(id).getOrDefault(post.id(), List.of()) : List.of();
      String made = PostWords.of(post, poll, media);
      known = made;
      return made;
    }
  }
}
