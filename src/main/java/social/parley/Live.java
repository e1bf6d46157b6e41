package social.parley;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.announcements.Announced;
import social.parley.announcements.NoticeReacted;
import social.parley.announcements.Withdrawn;
import social.parley.conversations.ConversationChanged;
import social.parley.core.ActorId;
import social.parley.filters.FiltersChanged;
import social.parley.http.Endpoints;
import social.parley.mastodon.MastodonSurface;
import social.parley.mastodon.discovery.AnnouncementJson;
import social.parley.mastodon.discovery.AnnouncementView;
import social.parley.mastodon.notifications.KnownTypes;
import social.parley.mastodon.notifications.NotificationView;
import social.parley.mastodon.streaming.StreamWire;
import social.parley.mastodon.streaming.StreamingApi;
import social.parley.mastodon.timelines.ConversationView;
import social.parley.notifications.NotificationsMerged;
import social.parley.notifications.Notified;
import social.parley.posts.Posts;
import social.parley.streaming.Streams;
import social.parley.timelines.Listeners;

/** What is told at once to those who are connected. */
record Live(Streams streams) implements AutoCloseable {

  static Live of(Plumbing plumbing, Posts posts) {
    return new Live(new Streams(plumbing.database(), posts, new Listeners(plumbing.clock())));
  }

  /** Gives the streams their words; one line for each kind of event besides posts. */
  List<Endpoints> endpoints(MastodonSurface surface, Plumbing plumbing, Features features) {
    NotificationView notifications =
        NotificationEndpoints.view(plumbing, features, surface.views());
    AnnouncementView notices = Discovery.announcements(surface.views(), features);
    ConversationView letters = new ConversationView(surface.views(), features.posts());
    streams.attach(
        new StreamWire(surface.crowd())
            .own(Notified.class, "notification", (me, told) -> rendered(notifications, me, told))
            .own(
                ConversationChanged.class,
                "conversation",
                (_, changed) -> letters.of(changed.conversation()))
            .same(NotificationsMerged.class, "notifications_merged", _ -> "1")
            .same(FiltersChanged.class, "filters_changed", _ -> null)
            .same(Announced.class, "announcement", told -> notices.of(told.notice()))
            .same(Withdrawn.class, "announcement.delete", gone -> Long.toString(gone.notice()))
            .same(NoticeReacted.class, "announcement.reaction", AnnouncementJson.Reacted::of));
    return List.of(
        new StreamingApi(
            surface.views().authorization(), plumbing.limits(), streams, features.feeds().lists()));
  }

  private static @Nullable Object rendered(NotificationView view, ActorId me, Notified told) {
    return view.of(me, List.of(told.notification()), KnownTypes.USUAL).stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    streams.close();
  }
}
