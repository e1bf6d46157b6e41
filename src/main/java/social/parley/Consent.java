package social.parley;

import java.util.List;
import social.parley.actors.Actors;
import social.parley.federation.ObjectSource;
import social.parley.federation.Outbox;
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
import social.parley.quotes.Quotes;
import social.parley.storage.Subscribers;

/** What people do with the posts of others only when their authors agree. */
record Consent(Posts posts, Quotes quotes) {

  static Consent of(
      Plumbing plumbing,
      Actors actors,
      Posts posts,
      Follows follows,
      Relationships relationships,
      Outbox outbox) {
    Quotes quotes = new Quotes(plumbing.database(), actors, posts, follows, relationships, outbox);
    return new Consent(posts, quotes);
  }

  void subscribe(Subscribers subscribers) {
    subscribers
        .on(PostPublished.class, quotes::published)
        .on(PostEdited.class, quotes::edited)
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
