package social.parley.quotes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ObjectDocument;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.Inboxes;
import social.parley.federation.ObjectSource;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.follows.Relationship;
import social.parley.follows.Relationships;
import social.parley.posts.Post;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.PostQuotes;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.quotes.QuoteActivities.Asked;
import social.parley.quotes.ShownQuote.State;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The front door to quotes: how they look to somebody, who quotes a post, taking consent back. */
public final class Quotes {
  private final Database database;
  private final Actors actors;
  private final Posts posts;
  private final Follows follows;
  private final Relationships relationships;
  private final Outbox outbox;

  public Quotes(
      Database database,
      Actors actors,
      Posts posts,
      Follows follows,
      Relationships relationships,
      Outbox outbox) {
    this.database = database;
    this.actors = actors;
    this.posts = posts;
    this.follows = follows;
    this.relationships = relationships;
    this.outbox = outbox;
  }

  /** How the quotes in some posts look to a viewer, by the post that quotes. */
  public Map<PostId, ShownQuote> shown(@Nullable ActorId viewer, Collection<Post> quoting) {
    Map<PostId, Quote> quotes = new HashMap<>();
    Set<PostId> wanted = new LinkedHashSet<>();
    for (Post post : quoting) {
      Quote quote = post.quote();
      if (quote == null || !quote.shown()) continue;
      quotes.put(post.id(), quote);
      if (quote.accepted() && quote.post() != null) wanted.add(quote.post());
    }
    if (quotes.isEmpty()) return Map.of();
    Map<PostId, Post> quoted = wanted.isEmpty() ? Map.of() : posts.byIds(wanted);
    Set<PostId> visible = new LinkedHashSet<>();
    for (Post post : posts.visible(viewer, List.copyOf(quoted.values()))) visible.add(post.id());
    Map<ActorId, Relationship> related = related(viewer, quoted.values());
    Map<PostId, ShownQuote> shown = new HashMap<>();
    quotes.forEach((id, quote) -> shown.put(id, shown(quote, quoted, visible, related)));
    return shown;
  }

  private Map<ActorId, Relationship> related(@Nullable ActorId viewer, Collection<Post> quoted) {
    if (viewer == null || quoted.isEmpty()) return Map.of();
    Set<ActorId> authors = new LinkedHashSet<>();
    for (Post post : quoted) if (!post.author().equals(viewer)) authors.add(post.author());
    return authors.isEmpty() ? Map.of() : relationships.of(viewer, authors);
  }

  private static ShownQuote shown(
      Quote quote,
      Map<PostId, Post> quoted,
      Set<PostId> visible,
      Map<ActorId, Relationship> related) {
    return switch (quote.state()) {
      case PENDING -> new ShownQuote(State.PENDING, null);
      case REJECTED -> new ShownQuote(State.REJECTED, null);
      case REVOKED -> new ShownQuote(State.REVOKED, null);
      case DELETED -> new ShownQuote(State.DELETED, null);
      case ACCEPTED -> {
        Post post = quote.post() == null ? null : quoted.get(quote.post());
        if (post == null) yield new ShownQuote(State.DELETED, null);
        if (!visible.contains(post.id())) yield new ShownQuote(State.UNAUTHORIZED, null);
        yield new ShownQuote(state(related.get(post.author())), post);
      }
    };
  }

  private static State state(@Nullable Relationship relationship) {
    if (relationship == null) return State.ACCEPTED;
    if (relationship.blocking()) return State.BLOCKED_ACCOUNT;
    if (relationship.hidingDomain()) return State.BLOCKED_DOMAIN;
    if (relationship.muting()) return State.MUTED_ACCOUNT;
    return State.ACCEPTED;
  }

  /** What quotes a post that the viewer may see, the latest first. */
  public Page<PostId> of(@Nullable ActorId viewer, PostId quoted, Cursor cursor) {
    Post post = posts.seen(viewer, quoted);
    return database.read(db -> posts.quotes().page(db, viewer, post.id(), cursor));
  }

  /** The author of a post no longer agrees to a quote of it; gives the post that quotes. */
  public Post revoke(ActorId me, PostId quoted, PostId quoting) {
    return database.write(tx -> revoke(tx, me, quoted, quoting));
  }

  public Post revoke(Tx tx, ActorId me, PostId quoted, PostId quoting) {
    Post post = quoting(tx, me, quoted, quoting);
    Quote quote = Objects.requireNonNull(post.quote());
    if (!quoted.equals(quote.post())) throw new Refused.NotFound();
    if (!me.equals(quote.author())) throw new Refused.Forbidden("This action is not allowed");
    if (quote.state() == Quote.State.PENDING) reject(tx, post, quote, original(tx, me, quoted));
    else posts.quotes().change(tx, post, quote.refused());
    if (quote.accepted() && quote.authorization() != null) tell(tx, me, post, quote);
    return posts.byId(tx, quoting).orElseThrow(Refused.NotFound::new);
  }

  private Post original(Reading db, ActorId me, PostId quoted) {
    return posts
        .byId(db, quoted)
        .filter(post -> posts.visibility().canSee(db, me, post))
        .orElseThrow(Refused.NotFound::new);
  }

  private Post quoting(Reading db, ActorId me, PostId quoted, PostId quoting) {
    original(db, me, quoted);
    return posts
        .byId(db, quoting)
        .filter(post -> post.quote() != null)
        .orElseThrow(Refused.NotFound::new);
  }

  /** Whoever may have seen either post learns that the stamp is good no more. */
  private void tell(Tx tx, ActorId me, Post quoting, Quote quote) {
    Actor author = actor(tx, me);
    Actor quoter = actor(tx, quoting.author());
    if (quoting.localOnly()) return;
    ObjectDocument stamp =
        QuoteActivities.stamp(
            Objects.requireNonNull(quote.authorization()),
            author.iri(),
            quoting.iri(),
            quote.iri());
    Set<Iri> inboxes = new LinkedHashSet<>(follows.followerInboxes(tx, me));
    inboxes.addAll(Inboxes.of(List.of(quoter)));
    if (quoter.local()) inboxes.addAll(follows.followerInboxes(tx, quoter.id()));
    outbox.send(
        tx,
        author,
        QuoteActivities.revocation(outbox.nextId(), author, stamp, List.of(quoter.iri())),
        inboxes);
  }

  /** Asks the author of what a local post quotes, or tells them where that needs no asking. */
  public void published(Tx tx, PostPublished published) {
    Post post = published.post();
    Quote quote = post.quote();
    if (quote == null || !post.local()) return;
    if (quote.state() == Quote.State.PENDING) ask(tx, post, quote);
    else tellQuoted(tx, post);
  }

  private void ask(Tx tx, Post post, Quote quote) {
    Optional<Actor> author =
        quote.author() == null ? Optional.empty() : actors.byId(tx, quote.author());
    if (author.isEmpty()) return;
    if (author.get().local())
      quoted(tx, quote).ifPresent(quoted -> tx.announce(new QuoteRequested(post, quoted)));
    else if (post.federates()) ask(tx, post, quote, author.get());
  }

  private void ask(Tx tx, Post post, Quote quote, Actor author) {
    Actor asker = actor(tx, post.author());
    Iri request = new Iri(asker.iri() + "/quote_requests/" + post.id());
    Post asked = posts.quotes().change(tx, post, quote.asked(request));
    ObjectDocument document = posts.quotes().document(tx, asked);
    outbox.send(
        tx,
        asker,
        QuoteActivities.request(request, asker, author, quote.iri(), document),
        Inboxes.of(author));
  }

  /** The author of the quoted post agrees; false when it is not, or no longer, asked for. */
  public boolean accept(Tx tx, Post quoting, Post quoted) {
    Quote quote = quoting.quote();
    if (quote == null || !isAsked(quote, quoted)) return false;
    accept(tx, quoting, quote, quoted);
    return true;
  }

  private static boolean isAsked(Quote quote, Post quoted) {
    return quote.state() == Quote.State.PENDING && quote.iri().equals(quoted.iri());
  }

  /** Whoever asked from elsewhere gets the stamp, the same one when they ask again. */
  void accept(Tx tx, Post quoting, Quote quote, Post quoted) {
    Actor author = actor(tx, quoted.author());
    Iri stamp = stamp(quoting, quote, author);
    Post after = posts.quotes().change(tx, quoting, quote.of(quoted).acceptedWith(stamp));
    if (!quote.accepted()) tellQuoted(tx, after);
    if (quote.request() == null) return;
    Actor asker = actor(tx, quoting.author());
    Asked asked = new Asked(quote.request(), asker.iri(), quoted.iri(), quoting.iri());
    outbox.send(
        tx,
        author,
        QuoteActivities.accept(outbox.nextId(), author, asked, stamp),
        Inboxes.of(asker));
  }

  /** The stamp that a quote has, or would get. */
  static Iri stamp(Post quoting, Quote quote, Actor author) {
    return quote.accepted() && quote.authorization() != null
        ? quote.authorization()
        : PostQuotes.stamp(author, quoting.id());
  }

  /**
   * The author of the quoted post does not agree; false when it is not, or no longer, asked for.
   */
  public boolean reject(Tx tx, Post quoting, Post quoted) {
    Quote quote = quoting.quote();
    if (quote == null || !isAsked(quote, quoted)) return false;
    reject(tx, quoting, quote, quoted);
    return true;
  }

  private void reject(Tx tx, Post quoting, Quote quote, Post quoted) {
    posts.quotes().change(tx, quoting, quote.refused());
    if (quote.request() == null) return;
    Actor author = actor(tx, quoted.author());
    Actor asker = actor(tx, quoting.author());
    Asked asked = new Asked(quote.request(), asker.iri(), quoted.iri(), quoting.iri());
    outbox.send(
        tx, author, QuoteActivities.reject(outbox.nextId(), author, asked), Inboxes.of(asker));
  }

  private Actor actor(Reading db, ActorId id) {
    return actors.byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  /** Announces a quote of a local post by somebody else. */
  void tellQuoted(Tx tx, Post post) {
    Quote quote = post.quote();
    if (quote == null || !quote.accepted() || post.author().equals(quote.author())) return;
    quoted(tx, quote)
        .filter(Post::local)
        .ifPresent(quoted -> tx.announce(new PostQuoted(post, quoted)));
  }

  private Optional<Post> quoted(Reading db, Quote quote) {
    return quote.post() == null ? Optional.empty() : posts.byId(db, quote.post());
  }

  /** Who quotes a post here learns that it says something else now. */
  public void edited(Tx tx, PostEdited edited) {
    if (edited.post().quotes() == 0) return;
    List<Post> quoting = new ArrayList<>(posts.quotes().localQuotes(tx, edited.post().id()));
    for (Post one : quoting)
      if (!one.author().equals(edited.post().author()))
        tx.announce(new QuotedPostEdited(one, edited.post()));
  }

  /** The stamps of our people, for servers that check them. */
  public ObjectSource stamps() {
    return new StampDocuments(database, actors, posts);
  }
}
