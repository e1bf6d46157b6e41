package social.parley;

import java.util.List;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.scheduling.ScheduledApi;
import social.parley.mastodon.scheduling.ScheduledView;
import social.parley.media.Media;
import social.parley.posts.Posts;
import social.parley.scheduling.ScheduledPosts;

/** What belongs to writing posts beside the posts themselves. */
record Writing(ScheduledPosts scheduled) {

  static Writing of(Plumbing plumbing, Media media, Posts posts) {
    return new Writing(
        new ScheduledPosts(
            plumbing.database(), plumbing.ids(), plumbing.clock(), plumbing.jobs(), media, posts));
  }

  /** Its part of the client API. */
  List<Endpoints> endpoints(Views views, Plumbing plumbing, Media media) {
    ScheduledView waiting = new ScheduledView(plumbing.database(), media, views.media());
    return List.of(new ScheduledApi(views, scheduled, waiting));
  }
}
