package social.parley.interactions;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.federation.Inboxes;
import social.parley.federation.ObjectSource;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.posts.Deed;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostHeld;
import social.parley.posts.PostUnwelcome;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.posts.QuoteChanged;
import social.parley.quotes.QuoteRequested;
import social.parley.quotes.Quotes;
import social.parley.reactions.FavouriteHeld;
import social.parley.reactions.FavouriteUnwelcome;
import social.parley.reactions.Favourites;
import social.parley.reactions.HeldWithdrawn;
import social.parley.reactions.Unfavourited;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The front door to requests for interactions: what waits, agreeing and refusing. */
public final class Interactions {
  /** What interactions are built on. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      Actors actors,
      Posts posts,
      Favourites favourites,
      Quotes quotes,
      Follows follows,
      Outbox outbox) {}

  private final Needs needs;
  private final RequestStore store = new RequestStore();

  public Interactions(Needs needs) {
    this.needs = needs;
  }

  /** What waits for somebody's word, the latest first. */
  public Page<InteractionRequest> pending(ActorId me, RequestFilter filter, Cursor cursor) {
    List<InteractionRequest> rows =
        needs.database().read(db -> store.pending(db, me, filter, cursor));
    if (rows.isEmpty()) return Page.empty();
    List<InteractionRequest> newestFirst = cursor.ascending() ? rows.reversed() : rows;
    return new Page<>(
        newestFirst,
        OptionalLong.of(newestFirst.getFirst().id()),
        OptionalLong.of(newestFirst.getLast().id()));
  }

  /** A request to somebody, answered or not. */
  public InteractionRequest find(ActorId me, long id) {
    return needs.database().read(db -> own(db, me, id));
  }

  private InteractionRequest own(Reading db, ActorId me, long id) {
    return store
        .byId(db, id)
        .filter(one -> one.ownerId().equals(me))
        .orElseThrow(Refused.NotFound::new);
  }

  public InteractionRequest accept(ActorId me, long id) {
    return needs
        .database()
        .write(tx -> {
          InteractionRequest request = waiting(tx, me, id);
          if (request.deed() == Deed.QUOTE) answer(tx, request, needs.quotes()::accept);
          else accept(tx, request);
          return own(tx, me, id);
        });
  }

  /** What waits is refused, what was agreed to is taken out again; once. */
  public InteractionRequest reject(ActorId me, long id) {
    return needs
        .database()
        .write(tx -> {
          InteractionRequest agreed = own(tx, me, id);
          if (agreed.isAgreed()) return revoke(tx, agreed);
          InteractionRequest request = waiting(tx, me, id);
          if (request.deed() == Deed.QUOTE) {
            answer(tx, request, needs.quotes()::reject);
            return own(tx, me, id);
          }
          reject(tx, request);
          InteractionRequest now = own(tx, me, id);
          discard(tx, request);
          return now;
        });
  }

  /** Says yes or no to a quote; false when there is none any more. */
  private interface QuoteAnswer {
    boolean give(Tx tx, Post quoting, Post quoted);
  }

  /** What came of it is told by {@link QuoteChanged}; to what is not there any more it is a no. */
  private void answer(Tx tx, InteractionRequest request, QuoteAnswer answer) {
    boolean given =
        made(tx, request).filter(made -> answer.give(tx, made, post(tx, request))).isPresent();
    if (!given) refused(tx, request);
  }

  private void refused(Tx tx, InteractionRequest request) {
    store.reject(tx, request.id(), needs.clock().instant());
    tx.announce(new InteractionSettled(request));
  }

  private InteractionRequest waiting(Reading db, ActorId me, long id) {
    InteractionRequest request = own(db, me, id);
    if (!request.isPending()) throw new Refused.NotFound();
    return request;
  }

  /** A local author agrees: all may see it, and whoever asked gets the proof. */
  void accept(Tx tx, InteractionRequest request) {
    Actor owner = actor(tx, request.ownerId());
    Actor asker = actor(tx, request.actorId());
    Post post = post(tx, request);
    Iri stamp = new Iri(owner.iri() + "/authorizations/" + request.id());
    store.accept(tx, request.id(), stamp, needs.clock().instant());
    tx.announce(new InteractionSettled(request));
    release(tx, request, post, stamp);
    Activity accept =
        InteractionActivities.accept(
            needs.outbox().nextId(), owner, request, asker.iri(), post.iri(), stamp);
    needs.outbox().send(tx, owner, accept, Inboxes.of(asker));
  }

  /** Whoever did it is told, and whoever may show it because of the stamp. */
  private InteractionRequest revoke(Tx tx, InteractionRequest request) {
    if (request.deed() == Deed.QUOTE) return revokeQuote(tx, request);
    Actor owner = actor(tx, request.ownerId());
    Actor asker = actor(tx, request.actorId());
    Iri stamp = request.stamp();
    reject(tx, request);
    if (stamp != null) {
      Set<Iri> inboxes =
          new LinkedHashSet<>(needs.follows().followerInboxes(tx, request.ownerId()));
      inboxes.addAll(Inboxes.of(asker));
      needs
          .outbox()
          .send(
              tx,
              owner,
              InteractionActivities.revocation(needs.outbox().nextId(), owner, stamp, asker.iri()),
              inboxes);
    }
    InteractionRequest now = own(tx, request.ownerId(), request.id());
    discard(tx, request);
    return now;
  }

  private InteractionRequest revokeQuote(Tx tx, InteractionRequest request) {
    Post quoting = made(tx, request).orElseThrow(Refused.NotFound::new);
    refused(tx, request);
    needs.quotes().revoke(tx, request.ownerId(), request.postId(), quoting.id());
    return own(tx, request.ownerId(), request.id());
  }

  private void reject(Tx tx, InteractionRequest request) {
    Actor owner = actor(tx, request.ownerId());
    Actor asker = actor(tx, request.actorId());
    refused(tx, request);
    Activity reject =
        InteractionActivities.reject(
            needs.outbox().nextId(), owner, request, asker.iri(), post(tx, request).iri());
    needs.outbox().send(tx, owner, reject, Inboxes.of(asker));
  }

  /** What was held is for all to see. */
  void release(Tx tx, InteractionRequest request, Post post, @Nullable Iri stamp) {
    if (request.deed() == Deed.LIKE) needs.favourites().release(tx, request.actorId(), post);
    else made(tx, request).ifPresent(made -> needs.posts().held().release(tx, made, stamp));
  }

  /** What was held or agreed to is gone, and the request with it. */
  void discard(Tx tx, InteractionRequest request) {
    if (request.deed() == Deed.LIKE)
      needs.favourites().discard(tx, request.actorId(), post(tx, request));
    else made(tx, request).ifPresent(made -> needs.posts().held().withdraw(tx, made));
  }

  private Optional<Post> made(Reading db, InteractionRequest request) {
    return request.madeId() == null ? Optional.empty() : needs.posts().byId(db, request.madeId());
  }

  private Post post(Reading db, InteractionRequest request) {
    return needs.posts().byId(db, request.postId()).orElseThrow(Refused.NotFound::new);
  }

  private Actor actor(Reading db, ActorId id) {
    return needs.actors().byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  public void held(Tx tx, PostHeld held) {
    Post post = held.post();
    Ref written = post.local() ? needs.posts().held().written(tx, post) : Ref.of(post.iri());
    held(tx, new Held(held.deed(), post.author(), held.target(), post, post.iri(), written));
  }

  public void held(Tx tx, FavouriteHeld held) {
    Actor actor = actor(tx, held.actor());
    Actor owner = actor(tx, held.post().author());
    Activity like = InteractionActivities.like(held.iri(), actor, owner, held.post().iri());
    held(tx, new Held(Deed.LIKE, held.actor(), held.post(), null, held.iri(), Ref.of(like)));
  }

  /** One quote waits once, however often it is asked for. */
  public void quoteRequested(Tx tx, QuoteRequested requested) {
    Post quoting = requested.post();
    Post quoted = requested.quoted();
    InteractionRequest request =
        new InteractionRequest(
            needs.ids().next(),
            Deed.QUOTE,
            quoted.author(),
            quoting.author(),
            quoted.id(),
            quoting.id(),
            quoting.iri(),
            null,
            needs.clock().instant(),
            null,
            null,
            null);
    InteractionRequest before = store.quote(tx, quoting.id()).orElse(null);
    if (before != null && before.isPending() && before.isSameAs(request)) return;
    if (before != null) replaced(tx, before);
    store.insert(tx, request);
    tx.announce(new InteractionRequested(request));
  }

  private void replaced(Tx tx, InteractionRequest before) {
    store.delete(tx, before.id());
    tx.announce(new InteractionSettled(before));
  }

  /** A quote that is agreed to, refused or gone waits no longer, however that came. */
  public void quoteChanged(Tx tx, QuoteChanged changed) {
    Quote quote = changed.post().quote();
    if (quote == null || quote.state() == Quote.State.PENDING) return;
    InteractionRequest request =
        store.quote(tx, changed.post().id()).filter(InteractionRequest::isPending).orElse(null);
    if (request == null) return;
    if (!quote.accepted()) {
      refused(tx, request);
      return;
    }
    // The quote itself knows its stamp.
    store.accept(tx, request.id(), null, needs.clock().instant());
    tx.announce(new InteractionSettled(request));
  }

  /** Something that waits: what was done by whom with which post. */
  private record Held(
      Deed deed, ActorId actor, Post target, @Nullable Post made, Iri iri, Ref written) {}

  private void held(Tx tx, Held held) {
    Actor asker = actor(tx, held.actor());
    Actor owner = actor(tx, held.target().author());
    // Between two other servers we only look on.
    if (!owner.local() && !asker.local()) return;
    InteractionRequest request = stored(tx, held, asker, owner);
    if (!owner.local()) ask(tx, held, request, asker, owner);
    else if (needs
        .posts()
        .permissions()
        .of(tx, asker.id(), held.target(), held.deed())
        .isAutomatic()) accept(tx, request);
    else tx.announce(new InteractionRequested(request));
  }

  /**
   * There may be one already, when it was asked for before it came; what that said of another post
   * was wrong.
   */
  private InteractionRequest stored(Tx tx, Held held, Actor asker, Actor owner) {
    long id = needs.ids().next();
    Iri request = owner.local() ? null : new Iri(asker.iri() + "/interaction_requests/" + id);
    InteractionRequest row =
        new InteractionRequest(
            id,
            held.deed(),
            owner.id(),
            asker.id(),
            held.target().id(),
            held.made() == null ? null : held.made().id(),
            held.iri(),
            request,
            needs.clock().instant(),
            null,
            null,
            null);
    store
        .byInteraction(tx, held.iri())
        .filter(one -> !one.isSameAs(row))
        .ifPresent(one -> replaced(tx, one));
    store.insert(tx, row);
    InteractionRequest there = store.byInteraction(tx, held.iri()).orElseThrow();
    if (held.made() != null && there.madeId() == null) {
      store.made(tx, there.id(), held.made().id());
      there = store.byInteraction(tx, held.iri()).orElseThrow();
    }
    return there;
  }

  /** Asks politely, and then as servers do that know no requests: only the author gets it. */
  private void ask(Tx tx, Held held, InteractionRequest request, Actor asker, Actor owner) {
    if (request.request() == null) return;
    Activity polite =
        InteractionActivities.request(
            held.deed(), request.request(), asker, owner, held.target().iri(), held.written());
    needs.outbox().send(tx, asker, polite, Inboxes.of(owner));
    Activity plain =
        held.made() == null
            ? InteractionActivities.like(held.iri(), asker, owner, held.target().iri())
            : needs.posts().held().published(tx, held.made());
    needs.outbox().send(tx, asker, plain, Inboxes.of(owner));
  }

  /** What may not be done is answered so that it does not stay on the other server. */
  public void unwelcome(Tx tx, PostUnwelcome unwelcome) {
    if (unwelcome.iri() != null)
      refuse(tx, unwelcome.actor(), unwelcome.target(), unwelcome.deed(), null, unwelcome.iri());
  }

  public void unwelcome(Tx tx, FavouriteUnwelcome unwelcome) {
    refuse(tx, unwelcome.actor(), unwelcome.post(), Deed.LIKE, null, unwelcome.iri());
  }

  void refuse(Tx tx, ActorId actor, Post post, Deed deed, @Nullable Iri request, Iri interaction) {
    Actor owner = actor(tx, post.author());
    Actor asker = actor(tx, actor);
    if (!owner.local()) return;
    Activity reject =
        InteractionActivities.reject(
            needs.outbox().nextId(), owner, deed, request, interaction, asker.iri(), post.iri());
    needs.outbox().send(tx, owner, reject, Inboxes.of(asker));
  }

  public void deleted(Tx tx, PostDeleted deleted) {
    settled(tx, store.forget(tx, deleted.post().id()));
  }

  public void withdrawn(Tx tx, HeldWithdrawn withdrawn) {
    settled(tx, store.forget(tx, withdrawn.actor(), withdrawn.post().id(), Deed.LIKE));
  }

  public void unfavourited(Tx tx, Unfavourited unfavourited) {
    settled(tx, store.forget(tx, unfavourited.actor(), unfavourited.post().id(), Deed.LIKE));
  }

  private static void settled(Tx tx, List<InteractionRequest> requests) {
    for (InteractionRequest one : requests) tx.announce(new InteractionSettled(one));
  }

  /** The authorizations of our people, for servers that check them. */
  public ObjectSource stamps() {
    return new AuthorizationDocuments(needs);
  }
}
