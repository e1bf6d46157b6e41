package social.parley;

import social.parley.actors.Actors;
import social.parley.filters.Filters;
import social.parley.media.Media;
import social.parley.media.MediaUrls;
import social.parley.media.RemoteMedia;
import social.parley.portability.Archives;
import social.parley.portability.Exports;
import social.parley.posts.Posts;

/** What people take along. */
record Portability(Exports exports, Archives archives) {

  static Portability of(
      Plumbing plumbing,
      Actors actors,
      Media media,
      MediaUrls urls,
      RemoteMedia contents,
      Posts posts,
      Filters filters) {
    var database = plumbing.database();
    var clock = plumbing.clock();
    Exports exports = new Exports(database, clock, filters, posts);
    return new Portability(
        exports,
        new Archives(
            new Archives.Needs(database, clock, actors, media, urls, contents, posts, exports)));
  }
}
