package social.parley;

import social.parley.actors.Actors;
import social.parley.filters.Filters;
import social.parley.media.Media;
import social.parley.media.MediaUrls;
import social.parley.media.RemoteMedia;
import social.parley.portability.Archives;
import social.parley.portability.Exports;
import social.parley.portability.ImportWork;
import social.parley.portability.Imports;
import social.parley.posts.Posts;

/** What people take along, and bring. */
record Portability(Exports exports, Archives archives, Imports imports) {

  static Portability of(
      Plumbing plumbing,
      Actors actors,
      Media media,
      MediaUrls urls,
      RemoteMedia contents,
      Posts posts,
      Filters filters,
      ImportWork.Doors doors) {
    var database = plumbing.database();
    var clock = plumbing.clock();
    Exports exports = new Exports(database, clock, filters, posts);
    return new Portability(
        exports,
        new Archives(
            new Archives.Needs(database, clock, actors, media, urls, contents, posts, exports)),
        new Imports(database, plumbing.ids(), clock, plumbing.jobs(), actors, doors));
  }
}
