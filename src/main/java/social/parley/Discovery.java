package social.parley;

import java.util.List;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.discovery.EmojisApi;
import social.parley.mastodon.discovery.ReactionsApi;

/** How people find out what there is: emoji, reactions. */
final class Discovery {
  private Discovery() {}

  static List<Endpoints> endpoints(Views views, Features features) {
    return List.of(
        new EmojisApi(views, features.emojis()),
        new ReactionsApi(views, features.posts(), features.actors(), features.emojiReactions()));
  }
}
