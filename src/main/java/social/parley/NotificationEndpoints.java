package social.parley;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.notifications.GroupsApi;
import social.parley.mastodon.notifications.NotificationView;
import social.parley.mastodon.notifications.NotificationsApi;
import social.parley.mastodon.notifications.PolicyApi;
import social.parley.mastodon.notifications.SubjectView;
import social.parley.mastodon.push.PushApi;
import social.parley.notifications.NotificationType;

/** The client API's notifications. */
final class NotificationEndpoints {
  private NotificationEndpoints() {}

  static List<Endpoints> of(Plumbing plumbing, Features features, Views views) {
    NotificationView view = view(plumbing, features, views);
    return List.of(
        // Before the others, which would take its last word for an id.
        new PolicyApi(views, features.alerts().policies(), features.posts()),
        new NotificationsApi(views, features.notifications(), features.markers(), view),
        new GroupsApi(views, features.notifications(), features.markers(), view),
        new PushApi(
            views.authorization(), features.alerts().subscriptions(), features.alerts().vapid()));
  }

  /** How notifications look; what they are about besides posts is filled by one view a type. */
  static NotificationView view(Plumbing plumbing, Features features, Views views) {
    Map<NotificationType, SubjectView> subjects = new EnumMap<>(NotificationType.class);
    subjects.putAll(features.moderation().subjects(views, plumbing, features));
    subjects.putAll(features.curating().subjects(views));
    return new NotificationView(views, features.actors(), features.posts(), subjects);
  }
}
