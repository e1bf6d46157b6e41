package social.parley;

import java.util.ArrayList;
import java.util.List;
import social.parley.federation.NodeCounts;
import social.parley.http.Assets;
import social.parley.http.Endpoints;
import social.parley.mastodon.MastodonSurface;
import social.parley.mastodon.events.EventsApi;

/** Gives the client API what it is built on; one line for each group of endpoints. */
record ClientApi(MastodonSurface surface, List<Endpoints> endpoints) {

  static ClientApi of(Plumbing plumbing, Features features, NodeCounts counts, Assets assets) {
    MastodonSurface surface = surface(plumbing, features, assets);
    // Routes are tried in this order.
    List<Endpoints> endpoints = new ArrayList<>(surface.often());
    endpoints.addAll(NotificationEndpoints.of(plumbing, features, surface.views()));
    // Before accounts/{id}, which would take their last word for an id.
    endpoints.addAll(features.personal().endpoints(surface.views(), plumbing, features));
    endpoints.addAll(features.feeds().endpoints(surface.views(), features.posts()));
    endpoints.addAll(features.tagging().endpoints(surface.views(), plumbing, features.actors()));
    endpoints.addAll(features.moderation().endpoints(surface.views(), plumbing, features));
    endpoints.addAll(features.discovery().first(surface.views(), plumbing, features));
    endpoints.addAll(surface.endpoints());
    endpoints.addAll(features.consent().endpoints(surface.views()));
    endpoints.add(new EventsApi(surface.views(), features.posts(), features.attendances()));
    endpoints.addAll(features.curating().endpoints(surface.views(), features.actors()));
    endpoints.addAll(features.discovery().endpoints(surface.views(), plumbing, features));
    endpoints.addAll(features.writing().endpoints(surface.views(), plumbing, features));
    endpoints.addAll(InstanceEndpoints.of(plumbing, features, surface.views(), counts));
    endpoints.addAll(features.live().endpoints(surface, plumbing, features));
    return new ClientApi(surface, List.copyOf(endpoints));
  }

  private static MastodonSurface surface(Plumbing plumbing, Features features, Assets assets) {
    People people = features.people();
    return new MastodonSurface(
        new MastodonSurface.Needs(
            plumbing.settings(),
            plumbing.database(),
            plumbing.clock(),
            plumbing.limits(),
            assets,
            features.appearances(),
            features.alerts().vapid()::publicKey,
            new MastodonSurface.Logins(
                people.accounts(),
                people.applications(),
                people.grants(),
                people.tokens(),
                people.invites(),
                people.confirmation()),
            new MastodonSurface.People(
                features.actors(),
                features.remoteActors(),
                features.profiles(),
                features.follows(),
                features.blocks(),
                features.relationships()),
            new MastodonSurface.Writing(
                features.posts(),
                features.writing().scheduled(),
                features.media(),
                features.emojis(),
                features.mediaUrls(),
                features.remoteMedia(),
                features.favourites(),
                features.dislikes(),
                features.bookmarks(),
                features.marks(),
                features.emojiReactions(),
                features.consent().quotes()),
            new MastodonSurface.Reading(
                features.timelines(),
                features.markers(),
                features.personal().filters(),
                features.writing().cards(),
                features.curating().collections())));
  }
}
