package social.parley;

import java.util.List;
import social.parley.actors.Actors;
import social.parley.federation.ObjectSource;
import social.parley.federation.Outbox;
import social.parley.federation.RemoteDocuments;
import social.parley.follows.Blocks;
import social.parley.follows.Follows;
import social.parley.follows.Relationships;
import social.parley.http.Endpoints;
import social.parley.interactions.InteractionRequested;
import social.parley.interactions.InteractionSettled;
import social.parley.interactions.Interactions;
import social.parley.mastodon.Views;
import social.parley.mastodon.interactions.InteractionsApi;
import social.parley.mastodon.interactions.PoliciesApi;
import social.parley.mastodon.quotes.QuotesApi;
import social.parley.notifications.Notifier;
import social.parley.posts.PolicyChanged;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostHeld;
import social.parley.posts.PostPublished;
import social.parley.posts.PostUnwelcome;
import social.parley.posts.Posts;
import social.parley.posts.QuoteChanged;
import social.parley.posts.QuoteClaimed;
import social.parley.quotes.QuoteChecks;
import social.parley.quotes.QuoteInbox;
import social.parley.quotes.QuoteRequested;
import social.parley.quotes.Quotes;
import social.parley.reactions.FavouriteHeld;
import social.parley.reactions.FavouriteUnwelcome;
import social.parley.reactions.Favourites;
import social.parley.reactions.HeldWithdrawn;
import social.parley.reactions.Unfavourited;
import social.parley.storage.Subscribers;

/** What people do with the posts of others only when their authors agree. */
record Consent(
    Posts posts,
    Quotes quotes,
    QuoteChecks checks,
    QuoteInbox quoteInbox,
    Interactions.Needs interactionNeeds,
    Interactions interactions) {

  /** What consent is built on. */
  record Needs(
      Plumbing plumbing,
      Actors actors,
      Posts posts,
      Follows follows,
      Blocks blocks,
      Relationships relationships,
      Outbox outbox,
      RemoteDocuments documents,
      Favourites favourites) {}

  static Consent of(Needs needs) {
    Plumbing plumbing = needs.plumbing();
    Posts posts = needs.posts();
    Quotes quotes =
        new Quotes(
            plumbing.database(),
            needs.actors(),
            posts,
            needs.follows(),
            needs.relationships(),
            needs.outbox());
    QuoteChecks checks =
        new QuoteChecks(
            plumbing.database(), plumbing.jobs(), needs.actors(), posts, needs.documents());
    checks.handle();
    QuoteInbox inbox =
        new QuoteInbox(
            plumbing.database(), needs.actors(), needs.blocks(), posts, quotes, needs.outbox());
    Interactions.Needs asking =
        new Interactions.Needs(
            plumbing.database(),
            plumbing.ids(),
            plumbing.clock(),
            needs.actors(),
            posts,
            needs.favourites(),
            quotes,
            needs.follows(),
            needs.outbox());
    return new Consent(posts, quotes, checks, inbox, asking, new Interactions(asking));
  }

  void subscribe(Subscribers subscribers, Notifier notifier) {
    ConsentNews news = new ConsentNews(notifier);
    subscribers
        .on(InteractionRequested.class, news::requested)
        .on(InteractionSettled.class, news::settled)
        .on(PostPublished.class, quotes::published)
        .on(PostEdited.class, quotes::edited)
        .on(PostHeld.class, interactions::held)
        .on(FavouriteHeld.class, interactions::held)
        .on(PostUnwelcome.class, interactions::unwelcome)
        .on(FavouriteUnwelcome.class, interactions::unwelcome)
        .on(PostDeleted.class, interactions::deleted)
        .on(HeldWithdrawn.class, interactions::withdrawn)
        .on(Unfavourited.class, interactions::unfavourited)
        .on(QuoteClaimed.class, checks::claimed)
        .on(QuoteRequested.class, interactions::quoteRequested)
        .on(QuoteChanged.class, interactions::quoteChanged)
        .on(QuoteChanged.class, posts.outbox()::quoteChanged)
        .on(PolicyChanged.class, posts.outbox()::policyChanged);
  }

  List<ObjectSource> documents() {
    return List.of(quotes.stamps(), interactions.stamps());
  }

  List<Endpoints> endpoints(Views views) {
    return List.of(
        new QuotesApi(views, posts, quotes),
        new InteractionsApi(views, posts, interactions),
        new PoliciesApi(views, posts.policies()));
  }
}
