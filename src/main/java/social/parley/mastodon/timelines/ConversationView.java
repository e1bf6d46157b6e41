package social.parley.mastodon.timelines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import social.parley.conversations.Conversation;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** Fills Conversation entities: a fixed number of statements, however many there are. */
public final class ConversationView {
  private final Views views;
  private final Posts posts;

  public ConversationView(Views views, Posts posts) {
    this.views = views;
    this.posts = posts;
  }

  public ConversationJson of(Conversation conversation) {
    return of(conversation.owner(), List.of(conversation)).getFirst();
  }

  /** All of one owner, in the order given. */
  public List<ConversationJson> of(ActorId owner, List<Conversation> conversations) {
    Set<ActorId> people = new LinkedHashSet<>();
    List<PostId> last = new ArrayList<>();
    for (Conversation one : conversations) {
      people.addAll(shown(one));
      if (one.lastPost() != null) last.add(one.lastPost());
    }
    Map<String, AccountJson> accounts = new HashMap<>();
    for (AccountJson account : views.accounts().of(people)) accounts.put(account.id(), account);
    Map<PostId, StatusJson> statuses = new HashMap<>();
    List<Post> visible = last.isEmpty() ? List.of() : posts.visibleInOrder(owner, last);
    for (StatusJson status : views.statuses().of(owner, visible))
      statuses.put(PostId.parse(status.id()), status);
    return conversations.stream()
        .map(one ->
            new ConversationJson(
                Long.toString(one.id()),
                one.unread(),
                shown(one).stream()
                    .map(person -> accounts.get(person.toString()))
                    .filter(Objects::nonNull)
                    .toList(),
                one.lastPost() == null ? null : statuses.get(one.lastPost())))
        .toList();
  }

  /** Whoever writes to nobody writes to themself. */
  private static List<ActorId> shown(Conversation conversation) {
    return conversation.participants().isEmpty()
        ? List.of(conversation.owner())
        : conversation.participants();
  }
}
