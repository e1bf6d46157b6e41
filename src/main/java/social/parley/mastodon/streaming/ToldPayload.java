package social.parley.mastodon.streaming;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.NotificationJson;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.notifications.Notification;
import social.parley.notifications.Notified;
import social.parley.posts.Posts;

/** A notification as its recipient reads it. */
public final class ToldPayload {
  private final Views views;
  private final Posts posts;

  public ToldPayload(Views views, Posts posts) {
    this.views = views;
    this.posts = posts;
  }

  /** Null when what it is about can no longer be seen. */
  public @Nullable NotificationJson of(ActorId recipient, Notified notified) {
    Notification told = notified.notification();
    List<AccountJson> from = views.accounts().of(List.of(told.actorId()));
    PostId post = told.postId();
    List<StatusJson> about =
        post == null
            ? List.of()
            : views.statuses().of(recipient, posts.visibleInOrder(recipient, List.of(post)));
    if (from.isEmpty() || (post != null && about.isEmpty())) return null;
    return new NotificationJson(
        Long.toString(told.id()),
        NotificationJson.name(told.type()),
        ApiDates.of(told.createdAt()),
        "ungrouped-" + told.id(),
        from.getFirst(),
        about.isEmpty() ? null : about.getFirst());
  }
}
