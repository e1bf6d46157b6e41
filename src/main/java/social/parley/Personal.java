package social.parley;

import java.util.List;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.core.ActorId;
import social.parley.federation.Outbox;
import social.parley.filters.Filters;
import social.parley.follows.Endorsements;
import social.parley.follows.Follows;
import social.parley.follows.HiddenDomains;
import social.parley.follows.Notes;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.filters.FiltersApi;
import social.parley.mastodon.filters.OldFiltersApi;
import social.parley.mastodon.people.AliasesApi;
import social.parley.mastodon.people.EndorsementsApi;
import social.parley.mastodon.people.FamiliarApi;
import social.parley.mastodon.people.FavouritesApi;
import social.parley.mastodon.people.HiddenDomainsApi;
import social.parley.mastodon.people.OwnAccountApi;
import social.parley.mastodon.people.ProfileApi;
import social.parley.mastodon.people.SubscriptionsApi;
import social.parley.mastodon.people.SuggestionsApi;
import social.parley.moves.Moves;
import social.parley.people.Directory;
import social.parley.people.Suggestions;
import social.parley.posts.Posts;
import social.parley.profiles.LinkChecks;
import social.parley.storage.Tx;

/** What people arrange for themselves, and how they find each other. */
record Personal(
    Filters filters,
    HiddenDomains domains,
    Notes notes,
    Endorsements endorsements,
    Suggestions suggestions,
    Directory directory,
    LinkChecks links,
    Moves moves) {

  static Personal of(
      Plumbing plumbing,
      Actors actors,
      RemoteActors remoteActors,
      Outbox outbox,
      Follows follows,
      Posts posts) {
    var database = plumbing.database();
    var ids = plumbing.ids();
    var clock = plumbing.clock();
    return new Personal(
        new Filters(database, ids, posts),
        new HiddenDomains(database, ids, clock, plumbing.jobs(), follows),
        new Notes(database),
        new Endorsements(database, ids, clock, follows),
        new Suggestions(database, clock, actors, plumbing.settings().about().suggested()),
        new Directory(database, clock),
        new LinkChecks(
            database,
            clock,
            plumbing.random(),
            plumbing.jobs(),
            actors,
            follows,
            plumbing.fetcher()),
        new Moves(database, clock, plumbing.jobs(), actors, remoteActors, outbox, follows));
  }

  /** Somebody is gone. */
  void forget(Tx tx, ActorId actor) {
    domains.forget(tx, actor);
    notes.forget(tx, actor);
    endorsements.forget(tx, actor);
    suggestions.forget(tx, actor);
  }

  List<Endpoints> endpoints(Views views, Plumbing plumbing, Features features) {
    var relationships = features.relationships();
    return List.of(
        new FiltersApi(views, filters, plumbing.clock()),
        new OldFiltersApi(views, filters, plumbing.clock()),
        new HiddenDomainsApi(views, domains),
        new EndorsementsApi(views, features.actors(), endorsements, notes, relationships),
        new FamiliarApi(views, relationships),
        new SuggestionsApi(views, suggestions, directory),
        new ProfileApi(
            views, features.actors(), features.profiles(), features.tagging().featured()),
        new OwnAccountApi(
            views,
            features.people().accounts(),
            features.people().sessions(),
            moves,
            plumbing.limits()),
        new AliasesApi(views, moves),
        new FavouritesApi(
            views,
            features.actors(),
            features.people().accounts(),
            features.favourites(),
            features.posts()),
        new SubscriptionsApi(views, features.actors(), features.follows(), relationships));
  }
}
