package social.parley;

import social.parley.federation.Backlog;
import social.parley.http.Assets;
import social.parley.web.WebSurface;

/** Gives the pages what they are built on. */
final class Website {
  private Website() {}

  static WebSurface of(Plumbing plumbing, Features features, Assets assets) {
    People people = features.people();
    return new WebSurface(
        new WebSurface.Needs(
            plumbing.settings(),
            Version.NUMBER,
            plumbing.database(),
            plumbing.clock(),
            plumbing.random(),
            plumbing.limits(),
            assets,
            new WebSurface.Logins(
                people.accounts(),
                people.sessions(),
                people.ownerClaim(),
                people.invites(),
                people.applications(),
                people.grants(),
                people.tokens(),
                people.confirmation(),
                people.passwordReset()),
            new WebSurface.Persons(
                features.actors(),
                features.remoteActors(),
                features.profiles(),
                features.follows(),
                features.blocks(),
                features.relationships()),
            new WebSurface.Writing(
                features.posts(),
                features.media(),
                features.mediaUrls(),
                features.remoteMedia(),
                features.favourites(),
                features.bookmarks()),
            new WebSurface.Reading(
                features.timelines(), features.notifications(), features.markers()),
            new WebSurface.Others(
                new Backlog(plumbing.database(), plumbing.clock()), features.relays())));
  }
}
