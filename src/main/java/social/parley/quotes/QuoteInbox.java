package social.parley.quotes;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.federation.Effect;
import social.parley.federation.Inboxes;
import social.parley.federation.Outbox;
import social.parley.federation.Received;
import social.parley.follows.Blocks;
import social.parley.posts.Deed;
import social.parley.posts.Permission;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.quotes.QuoteActivities.Asked;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What other servers ask and answer about quotes. */
public final class QuoteInbox {
  private final Database database;
  private final Actors actors;
  private final Blocks blocks;
  private final Posts posts;
  private final Quotes quotes;
  private final Outbox outbox;

  public QuoteInbox(
      Database database, Actors actors, Blocks blocks, Posts posts, Quotes quotes, Outbox outbox) {
    this.database = database;
    this.actors = actors;
    this.blocks = blocks;
    this.posts = posts;
    this.quotes = quotes;
    this.outbox = outbox;
  }

  /** Somebody wants to quote one of our posts; the policy of its author answers. */
  public Effect request(Received received, Activity.QuoteRequest request) {
    Ref instrument = request.envelope().instrument();
    Iri quoting = instrument == null ? null : instrument.iri();
    Iri id = request.id();
    Iri object = request.objectId();
    if (quoting == null || id == null || object == null) return Effect.none();
    Asked asked = new Asked(id, received.actor().iri(), object, quoting);
    return switch (database.read(db -> judged(db, received.actor(), object))) {
      case OPEN, KNOWN ->
          posts.inbox().bring(received, instrument, (tx, post) -> answer(tx, asked, post, true));
      case MANUAL ->
          posts.inbox().bring(received, instrument, (tx, post) -> answer(tx, asked, post, false));
      case DENIED -> tx -> reject(tx, received.actor(), asked);
      case UNKNOWN -> Effect.none();
    };
  }

  /** Unknown for what whoever asks may not even know of. */
  private Permission judged(Reading db, Actor asker, Iri object) {
    Optional<Post> quoted = quoted(db, object);
    if (quoted.isEmpty() || !posts.visibility().canSee(db, asker.id(), quoted.get()))
      return Permission.UNKNOWN;
    return blocks.between(db, asker.id(), quoted.get().author())
        ? Permission.DENIED
        : posts.permissions().of(db, asker.id(), quoted.get(), Deed.QUOTE);
  }

  private Optional<Post> quoted(Reading db, Iri object) {
    return posts.byIri(db, object).filter(post -> post.local() && !post.isBoost());
  }

  /** Accepted where the policy does so; else its author is asked, but not again after a no. */
  private void answer(Tx tx, Asked asked, Post quoting, boolean automatic) {
    Quote quote = quoting.quote();
    Optional<Post> quoted = quoted(tx, asked.quoted());
    if (quote == null || quoted.isEmpty() || !quote.iri().equals(asked.quoted())) return;
    Actor asker = actor(tx, quoting);
    if (!asker.iri().equals(asked.by())) return;
    Quote now = quote.of(quoted.get()).asked(asked.request());
    Iri stamp = Quotes.stamp(quoting, quote, actor(tx, quoted.get()));
    boolean refused = automatic ? quote.state() == Quote.State.REVOKED : quote.isRefused();
    if (refused || posts.quotes().isTakenBack(tx, stamp)) reject(tx, asker, asked);
    else if (automatic || quote.accepted()) quotes.accept(tx, quoting, now, quoted.get());
    else tx.announce(new QuoteRequested(posts.quotes().change(tx, quoting, now), quoted.get()));
  }

  private void reject(Tx tx, Actor asker, Asked asked) {
    Optional<Post> quoted = quoted(tx, asked.quoted());
    if (quoted.isEmpty()) return;
    Actor author = actor(tx, quoted.get());
    posts
        .byIri(tx, asked.quoting())
        .filter(post -> post.author().equals(asker.id()) && post.quote() != null)
        .ifPresent(post -> refuse(tx, post));
    outbox.send(
        tx, author, QuoteActivities.reject(outbox.nextId(), author, asked), Inboxes.of(asker));
  }

  private void refuse(Tx tx, Post post) {
    Quote quote = post.quote();
    if (quote != null) posts.quotes().change(tx, post, quote.refused());
  }

  private Actor actor(Reading db, Post post) {
    return actors.byId(db, post.author()).orElseThrow(Refused.NotFound::new);
  }

  /** The author of a post that somebody here quotes agrees. */
  public Effect accept(Received received, Activity.Accept accept) {
    Ref result = accept.envelope().result();
    Iri stamp = result == null ? null : result.iri();
    if (stamp == null || !stamp.sameOrigin(received.actor().iri())) return Effect.none();
    return answered(received, accept, quote -> quote.acceptedWith(stamp));
  }

  /** Or does not. */
  public Effect reject(Received received, Activity.Reject reject) {
    return answered(received, reject, Quote::refused);
  }

  private Effect answered(Received received, Activity answer, UnaryOperator<Quote> judged) {
    return tx -> {
      Optional<Post> post = asked(tx, answer).filter(Post::local);
      Quote quote = post.map(Post::quote).orElse(null);
      boolean theirs = quote != null && received.actor().id().equals(quote.author());
      boolean settled =
          quote != null
              && (quote.state() == Quote.State.REVOKED || quote.state() == Quote.State.DELETED);
      if (theirs && !settled) posts.quotes().change(tx, post.get(), judged.apply(quote));
    };
  }

  /** By the request that it answers, or by the quote in that. */
  private Optional<Post> asked(Reading db, Activity answer) {
    Iri request = answer.objectId();
    Optional<Post> known = request == null ? Optional.empty() : posts.quotes().asked(db, request);
    if (known.isPresent() || !(answer.inner() instanceof Activity.QuoteRequest inner)) return known;
    Ref instrument = inner.envelope().instrument();
    return instrument == null || instrument.iri() == null
        ? Optional.empty()
        : posts.byIri(db, instrument.iri());
  }

  /** A stamp is good no more. */
  public Effect delete(Received received, Activity.Delete delete) {
    return tx -> {
      for (Ref ref : delete.objects()) revoke(tx, received.actor(), ref.iri());
    };
  }

  private void revoke(Tx tx, Actor author, @Nullable Iri stamp) {
    if (stamp == null) return;
    for (Post post : posts.quotes().stamped(tx, stamp))
      if (post.quote() != null && author.id().equals(post.quote().author())) refuse(tx, post);
  }
}
