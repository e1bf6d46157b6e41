package social.parley;

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
}
