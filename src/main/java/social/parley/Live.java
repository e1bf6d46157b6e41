package social.parley;

import java.util.List;
import social.parley.filters.FiltersChanged;
import social.parley.http.Endpoints;
import social.parley.mastodon.MastodonSurface;
import social.parley.mastodon.streaming.StreamWire;
import social.parley.mastodon.streaming.StreamingApi;
import social.parley.mastodon.streaming.ToldPayload;
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
    ToldPayload told = new ToldPayload(surface.views(), features.posts());
    streams.attach(
        new StreamWire(surface.crowd())
            .own(Notified.class, "notification", told::of)
            .same(FiltersChanged.class, "filters_changed", _ -> null));
    return List.of(
        new StreamingApi(
            surface.views().authorization(), plumbing.limits(), streams, features.feeds().lists()));
  }

  @Override
  public void close() {
    streams.close();
  }
}
