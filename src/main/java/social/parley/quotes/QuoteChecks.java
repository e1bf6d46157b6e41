package social.parley.quotes;

import java.util.Optional;
import social.parley.activitystreams.ObjectKind;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.PostId;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.TryLater;
import social.parley.jobs.Jobs;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.posts.QuoteClaimed;
import social.parley.posts.Stamps;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Finds out whether posts of other servers may quote what they quote: fetches what is quoted, and
 * asks its author's server for the stamp.
 */
public final class QuoteChecks {
  private static final String CHECK = "check-quote";

  private final Database database;
  private final Jobs jobs;
  private final Actors actors;
  private final Posts posts;
  private final Stamps stamps;

  /** A job that checks the quote in a post. */
  record Check(PostId post) {}

  public QuoteChecks(
      Database database, Jobs jobs, Actors actors, Posts posts, RemoteDocuments documents) {
    this.database = database;
    this.jobs = jobs;
    this.actors = actors;
    this.posts = posts;
    this.stamps = new Stamps(documents);
  }

  public void handle() {
    jobs.handle(CHECK, Check.class, this::check);
  }

  public void claimed(Tx tx, QuoteClaimed claimed) {
    Post post = claimed.post();
    Quote quote = post.quote();
    if (!post.local() && quote != null && quote.state() != Quote.State.DELETED)
      jobs.enqueue(tx, CHECK, new Check(post.id()));
  }

  private void check(Check job) {
    Optional<Post> post = posts.byId(job.post());
    Quote quote = post.map(Post::quote).orElse(null);
    if (post.isEmpty() || quote == null) return;
    Optional<Post> quoted = quoted(post.get(), quote);
    Optional<Actor> author = quoted.flatMap(one -> actors.byId(one.author()));
    if (quoted.isEmpty() || author.isEmpty() || quoted.get().isBoost()) return;
    Quote judged = judged(post.get(), quote, quoted.get(), author.get());
    database.run(tx -> {
      Post now = posts.byId(tx, job.post()).orElse(null);
      if (now != null && quote.equals(now.quote())) posts.quotes().change(tx, now, judged);
    });
  }

  /** Long chains of quotes are not followed to their end. */
  private Optional<Post> quoted(Post post, Quote quote) {
    if (quote.post() != null) return posts.byId(quote.post());
    boolean deep = database.read(db -> posts.quotes().isDeep(db, post.id()));
    return deep ? Optional.empty() : posts.fetch(quote.iri());
  }

  private Quote judged(Post post, Quote quote, Post quoted, Actor author) {
    Quote found = quote.of(quoted);
    if (post.author().equals(quoted.author())) return found.acceptedWith(null);
    // Of our own posts we know ourselves what was agreed to.
    if (quoted.local() || quote.authorization() == null) return found;
    Stamps.Claim claim =
        new Stamps.Claim(
            quote.authorization(),
            ObjectKind.QUOTE_AUTHORIZATION,
            post.iri(),
            quoted.iri(),
            author.iri());
    return switch (stamps.check(claim)) {
      case GOOD -> found.acceptedWith(quote.authorization());
      case GONE -> found.refused();
      case WRONG -> quote.accepted() ? found.refused() : found;
      case UNREACHABLE -> throw new TryLater("no answer about " + quote.authorization());
    };
  }
}
