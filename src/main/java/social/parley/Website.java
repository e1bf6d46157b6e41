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
            features.appearances(),
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
                features.personal().domains(),
                features.relationships(),
                features.personal().notes(),
                features.personal().endorsements(),
                features.tagging().featured(),
                features.curating().collections(),
                features.personal().moves(),
                features.portability().exports(),
                features.portability().archives(),
                features.portability().imports()),
            new WebSurface.Writing(
                features.posts(),
                features.writing().scheduled(),
                features.writing().drafts(),
                features.media(),
                features.mediaUrls(),
                features.remoteMedia(),
                features.favourites(),
                features.dislikes(),
                features.bookmarks(),
                features.marks(),
                features.emojiReactions(),
                features.attendances(),
                features.emojis(),
                features.consent().quotes(),
                features.writing().cards(),
                features.writing().postTranslations()),
            new WebSurface.Reading(
                features.timelines(),
                features.feeds().reasons(),
                features.feeds().lists(),
                features.feeds().conversations(),
                features.notifications(),
                features.markers(),
                features.personal().filters(),
                features.live().streams(),
                features.alerts().policies(),
                features.consent().interactions(),
                features.alerts().subscriptions(),
                features.alerts().vapid(),
                features.moderation().reports()),
            new WebSurface.Finding(
                features.tagging().follows(),
                features.tagging().summaries(),
                features.discovery().finder(features),
                features.discovery().trends(),
                features.discovery().reviews(),
                features.discovery().notices(),
                features.personal().directory(),
                features.personal().suggestions()),
            new WebSurface.Others(
                new Backlog(plumbing.database(), plumbing.clock()),
                features.relays(),
                features.feeds().topics(),
                features.feeds().hub(),
                features.feeds().syndicated().hubs())));
  }
}
