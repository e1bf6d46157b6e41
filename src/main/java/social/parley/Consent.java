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
import social.parley.mastodon.Views;
import social.parley.mastodon.quotes.QuotesApi;
import social.parley.posts.PolicyChanged;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.posts.QuoteChanged;
import social.parley.posts.QuoteClaimed;
import social.parley.quotes.QuoteChecks;
import social.parley.quotes.QuoteInbox;
import social.parley.quotes.Quotes;
import social.parley.storage.Subscribers;

/** What people do with the posts of others only when their authors agree. */
record Consent(Posts posts, Quotes quotes, QuoteChecks checks, QuoteInbox quoteInbox) {

  /** What consent is built on. */
  record Needs(
      Plumbing plumbing,
      Actors actors,
      Posts posts,
      Follows follows,
      Blocks blocks,
      Relationships relationships,
      Outbox outbox,
      RemoteDocuments documents) {}

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
    return new Consent(posts, quotes, checks, inbox);
  }

  void subscribe(Subscribers subscribers) {
    subscribers
        .on(PostPublished.class, quotes::published)
        .on(PostEdited.class, quotes::edited)
        .on(QuoteClaimed.class, checks::claimed)
        .on(QuoteChanged.class, posts.outbox()::quoteChanged)
        .on(PolicyChanged.class, posts.outbox()::policyChanged);
  }

  List<ObjectSource> documents() {
    return List.of(quotes.stamps());
  }

  List<Endpoints> endpoints(Views views) {
    return List.of(new QuotesApi(views, posts, quotes));
  }
}
