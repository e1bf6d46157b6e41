package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Brings posts from elsewhere to the shelf: first who is named in them, then the store path. */
final class Arrivals {
  /** More unknown people than this in one post stay without a row of their own. */
  private static final int MOST_LOOKUPS = 10;

  /** How far up a thread is completed. */
  private static final int MOST_PARENTS = 20;

  /** The job that fetches what a reply answers. */
  static final String FETCH_PARENT = "fetch-parent";

  private final Posts.Needs needs;
  private final PostWriter writer;
  private final Polls polls;
  private final Interest interest;
  private final PostStore store = new PostStore();
  private final Permissions permissions = new Permissions();
  private final CommunityBans bans = new CommunityBans();

  Arrivals(Posts.Needs needs, PostWriter writer, Polls polls) {
    this.needs = needs;
    this.writer = writer;
    this.polls = polls;
    this.interest = new Interest(needs);
  }

  /** What a reply answers, and how many steps above the post that came by itself. */
  record MissingParent(String iri, int depth) {}

  /**
   * A post with everybody in it looked up, ready for the transaction; {@code proven} when the
   * author of what it answers is known to agree.
   */
  record Prepared(
      ForeignPost post,
      Actor author,
      List<Actor> named,
      List<Addressee> addressees,
      boolean proven,
      @Nullable ActorId community) {}

  /** Reads an object as a post by this author; nothing when it is none. */
  Optional<ForeignPost> read(ObjectDocument document, Audience fallback, Actor author) {
    return ForeignPost.read(document, fallback, author.followers(), needs.clock().instant());
  }

  /** Which posts are wanted here. */
  Interest interest() {
    return interest;
  }

  /** Looks up who is named; uses the network. */
  Prepared prepare(ForeignPost post, Actor author) {
    Map<Iri, Actor> known = new LinkedHashMap<>();
    needs.actors().byIris(post.named()).forEach(known::put);
    int lookups = 0;
    for (Iri iri : post.named())
      if (!known.containsKey(iri)
          && lookups++ < MOST_LOOKUPS
          && needs.remoteActors().find(iri) instanceof Resolution.Found(Actor actor))
        known.put(iri, actor);
    List<Actor> named = new ArrayList<>();
    List<Addressee> addressees = new ArrayList<>();
    Set<ActorId> seen = new HashSet<>();
    for (Iri iri : post.named()) {
      Actor actor = known.get(iri);
      if (actor == null || !seen.add(actor.id())) continue;
      named.add(actor);
      addressees.add(new Addressee(actor.id(), true, post.to().contains(iri)));
    }
    for (Actor actor : needs.actors().byIris(interest.addressedHere(post)).values())
      if (actor.local() && seen.add(actor.id()))
        addressees.add(new Addressee(actor.id(), false, true));
    return new Prepared(
        post, author, named, addressees, isProven(post, author), community(post, author));
  }

  /** The group that a post belongs to, if it is known here. */
  private @Nullable ActorId community(ForeignPost post, Actor author) {
    Map<Iri, Actor> known = needs.actors().byIris(post.groups());
    for (Iri iri : post.groups()) {
      Actor actor = known.get(iri);
      if (actor != null && actor.kind() == ActorKind.GROUP && !actor.id().equals(author.id()))
        return isBanned(actor, author) ? null : actor.id();
    }
    return null;
  }

  private boolean isBanned(Actor community, Actor author) {
    return needs
        .database()
        .read(db -> bans.hold(db, community.id(), author.id(), needs.clock().instant()));
  }

  /** Asks the author of what is answered elsewhere, where their policy makes it necessary. */
  private boolean isProven(ForeignPost post, Actor author) {
    Iri stamp = post.authorization();
    Iri answered = post.inReplyTo();
    if (stamp == null || answered == null) return false;
    Optional<Post> parent =
        needs
            .database()
            .read(db ->
                store
                    .byIri(db, answered)
                    .filter(one ->
                        !one.local()
                            && permissions.of(db, author.id(), one, Deed.REPLY)
                                != Permission.OPEN));
    Optional<Actor> asked = parent.flatMap(one -> needs.actors().byId(one.author()));
    return asked.isPresent()
        && new Stamps(needs.documents())
                .check(
                    new Stamps.Claim(
                        stamp,
                        ObjectKind.REPLY_AUTHORIZATION,
                        post.iri(),
                        parent.get().iri(),
                        asked.get().iri()))
            == Stamps.Verdict.GOOD;
  }

  /** Stores a prepared post; nothing when it is there already or may not be. */
  Optional<Post> store(Tx tx, Prepared prepared, boolean arrivedNow) {
    return store(tx, prepared, arrivedNow, 0);
  }

  /** The same for a post that was itself fetched as the parent of others. */
  Optional<Post> store(Tx tx, Prepared prepared, boolean arrivedNow, int depth) {
    ForeignPost foreign = prepared.post();
    Reception reception = reception(tx, prepared);
    if (reception == Reception.UNWELCOME) return Optional.empty();
    PostStore.Arrival arrival =
        PostStore.arrival(
            tx, foreign.iri(), prepared.author().id(), () -> needs.ids().at(foreign.published()));
    if (arrival.buried()) return Optional.empty();
    PostId id = arrival.id();
    Poll poll = foreign.pollOf(id);
    Iri proof = prepared.proven() ? foreign.authorization() : null;
    Post post = PostChange.of(post(prepared, id)).held(reception == Reception.HELD, proof).build();
    Optional<Post> stored =
        writer.store(
            tx,
            new NewPost(
                post,
                prepared.author(),
                prepared.addressees(),
                foreign.files(),
                poll,
                arrivedNow,
                arrival.awaited()));
    stored.ifPresent(one -> planParent(tx, one, depth));
    return stored;
  }

  /** Whether the author of what it answers wants it. */
  private Reception reception(Tx tx, Prepared prepared) {
    ForeignPost foreign = prepared.post();
    if (foreign.inReplyTo() == null) return Reception.FREE;
    Optional<Post> parent = store.byIri(tx, foreign.inReplyTo()).filter(one -> !one.isBoost());
    if (parent.isEmpty()) return Reception.FREE;
    ActorId author = prepared.author().id();
    // Answers from before a lock may come later; its own server keeps out the others.
    if (parent.get().locked() && !parent.get().local()) return Reception.FREE;
    Permission permission = permissions.of(tx, author, parent.get(), Deed.REPLY);
    Reception reception = Reception.of(permission, parent.get(), prepared.proven());
    if (reception == Reception.UNWELCOME && !store.isHere(tx, foreign.iri()))
      tx.announce(new PostUnwelcome(author, parent.get(), Deed.REPLY, foreign.iri()));
    return reception;
  }

  /** What a reply answers is fetched afterwards, if it is not here, and so on for some steps. */
  private void planParent(Tx tx, Post post, int depth) {
    Iri parent = post.inReplyToIri();
    if (parent == null || post.inReplyTo() != null || depth >= MOST_PARENTS) return;
    if (parent.isWeb() && !parent.sameOrigin(needs.settings().url()))
      needs.jobs().enqueue(tx, FETCH_PARENT, new MissingParent(parent.value(), depth + 1));
  }

  /** What it quotes; that we agree is not for others to say. */
  private @Nullable Quote quote(ForeignPost foreign) {
    Quote quote = foreign.quote();
    if (quote == null || quote.authorization() == null) return quote;
    boolean ours = quote.authorization().sameOrigin(needs.settings().url());
    return ours ? quote.withoutStamp() : quote;
  }

  private Post post(Prepared prepared, PostId id) {
    ForeignPost foreign = prepared.post();
    return new PostChange(
            id, foreign.iri(), foreign.url(), prepared.author().id(), false, foreign.published())
        .reach(foreign.reach())
        .content(foreign.kind(), foreign.content())
        .html(foreign.html())
        .warning(foreign.warning(), foreign.sensitive() || !foreign.warning().isEmpty())
        .language(foreign.language())
        .inReplyTo(foreign.inReplyTo())
        .context(foreign.context())
        .mentions(prepared.named().stream().map(Composer::mention).toList())
        .tags(foreign.tags())
        .emoji(foreign.emoji())
        .quote(quote(foreign))
        .policy(PolicyActivities.read(foreign.policy(), prepared.author()))
        .community(prepared.community())
        .locked(Boolean.TRUE.equals(foreign.closed()))
        .build();
  }

  /**
   * Takes over what has changed, unless an edit that is here is newer. Without {@code updated} it
   * is no edit, but the counts of a poll may be newer. Some leave it at the time of publication
   * whatever they change (Ghost), so that the content decides.
   */
  void update(Tx tx, Post before, Prepared prepared) {
    ForeignPost foreign = prepared.post();
    Instant edited = foreign.updated();
    if (edited != null && before.editedAt() != null && edited.isBefore(before.editedAt())) return;
    Poll poll = foreign.pollOf(before.id());
    Post known = terms(tx, before, prepared);
    if (edited == null || edited.isBefore(before.publishedAt())) {
      if (poll != null) polls.receiveCounts(tx, before, poll);
      return;
    }
    Instant now = needs.clock().instant();
    Post after =
        PostChange.of(known)
            .text(post(prepared, before.id()))
            .quote(known.quote())
            .editedAt(edited.isAfter(now) ? now : edited)
            .build();
    if (same(before, after) && sameFiles(tx, before, foreign) && polls.areSame(tx, before, poll)) {
      if (poll != null) polls.receiveCounts(tx, before, poll);
      return;
    }
    writer.edit(
        tx,
        before,
        new NewPost(
            after, prepared.author(), prepared.addressees(), foreign.files(), poll, false, false));
  }

  /**
   * What may change without an edit: who may do what with it, and whom it quotes with what proof.
   */
  private Post terms(Tx tx, Post before, Prepared prepared) {
    Post now = before;
    if (before.held() && prepared.proven())
      now = writer.release(tx, now, prepared.post().authorization());
    Policy policy = PolicyActivities.read(prepared.post().policy(), prepared.author());
    Quote claimed = claimed(before.quote(), quote(prepared.post()));
    now = marks(tx, now, prepared.post());
    if (policy.equals(before.policy()) && Objects.equals(claimed, before.quote())) {
      if (isDropped(claimed, prepared.post().quote())) tx.announce(new QuoteClaimed(now));
      return now;
    }
    Post after = PostChange.of(now).policy(policy).quote(claimed).build();
    writer.requote(tx, now, after);
    return after;
  }

  /**
   * Moderators may have marked or closed it; who says nothing of answers leaves them as they are.
   */
  private Post marks(Tx tx, Post post, ForeignPost foreign) {
    boolean sensitive = foreign.sensitive() || !foreign.warning().isEmpty();
    boolean locked = foreign.closed() == null ? post.locked() : foreign.closed();
    if (sensitive == post.sensitive() && locked == post.locked()) return post;
    Post marked =
        SensitiveAuthors.marked(
            tx, PostChange.of(post).warning(post.warning(), sensitive).locked(locked).build());
    if (!marked.equals(post)) store.update(tx, marked);
    return marked;
  }

  /** Whoever leaves out the proof may have lost it. */
  private static boolean isDropped(@Nullable Quote before, @Nullable Quote now) {
    return before != null
        && before.accepted()
        && before.authorization() != null
        && (now == null || now.authorization() == null);
  }

  /** The same quote keeps its state; the proof of it is looked at again. */
  private @Nullable Quote claimed(@Nullable Quote before, @Nullable Quote now) {
    if (before == null || now == null || !before.iri().equals(now.iri())) return now;
    if (now.state() == Quote.State.DELETED) return now;
    // Of our own posts only a new request can ask again.
    if (before.isRefused() && before.iri().sameOrigin(needs.settings().url())) return before;
    if (before.accepted() || Objects.equals(before.authorization(), now.authorization()))
      return before;
    return new Quote(
        before.iri(),
        before.post(),
        before.author(),
        Quote.State.PENDING,
        now.authorization(),
        before.request(),
        now.legacy());
  }

  private static boolean same(Post one, Post other) {
    return one.html().equals(other.html())
        && one.warning().equals(other.warning())
        && one.sensitive() == other.sensitive()
        && one.kind() == other.kind()
        && one.tags().equals(other.tags());
  }

  private boolean sameFiles(Reading db, Post before, ForeignPost after) {
    return needs.media().ofPost(db, before.id()).stream()
        .map(file -> file.remoteUrl() + " " + file.description())
        .toList()
        .equals(after.files().stream().map(file -> file.url() + " " + file.description()).toList());
  }
}
