package social.parley.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.media.RemoteFile;
import social.parley.posts.Tombstones.Grave;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * The one path on which posts come into the tables, change and leave, whoever wrote them; it keeps
 * counters, indexes and threads right and announces what happened.
 */
final class PostWriter {
  private final Clock clock;
  private final Actors actors;
  private final Media media;
  private final PostStore store = new PostStore();
  private final AddresseeStore addressees = new AddresseeStore();
  private final ThreadStore threads = new ThreadStore();
  private final PollStore polls = new PollStore();
  private final HistoryStore history = new HistoryStore();
  private final Tombstones tombstones = new Tombstones();
  private final EarlyDeletes early = new EarlyDeletes();
  private final QuoteStore quotes = new QuoteStore();
  private final Permissions permissions = new Permissions();
  private final CommunityBans bans = new CommunityBans();

  PostWriter(Clock clock, Actors actors, Media media) {
    this.clock = clock;
    this.actors = actors;
    this.media = media;
  }

  /** Stores a new post; nothing when it is there already. */
  Optional<Post> store(Tx tx, NewPost arriving) {
    Actor author = arriving.author();
    List<MediaFile> files = media.coming(author.id(), arriving.post().id(), arriving.files());
    Post whole = quoting(tx, placed(tx, with(files, arriving.post())));
    Post post = SensitiveAuthors.marked(tx, whole);
    if (!store.insert(tx, post)) return Optional.empty();
    if (post != whole) SensitiveAuthors.remember(tx, post.id(), author.id());
    if (post.local() && post.hasMedia()) media.attach(tx, author.id(), post.id(), post.media());
    media.add(tx, files);
    addressees.insert(tx, post.id(), arriving.addressees());
    addressees.insertTags(tx, post.id(), post.tags());
    if (arriving.poll() != null) polls.insert(tx, arriving.poll());
    if (!post.held()) count(tx, post, 1);
    mark(tx, post);
    if (arriving.awaited()) adopt(tx, post);
    if (post.quote() != null) tx.announce(new QuoteClaimed(post));
    if (post.held()) hold(tx, post);
    else announce(tx, post, author, toNotify(arriving.addressees()), arriving.arrivedNow());
    return Optional.of(post);
  }

  private void adopt(Tx tx, Post post) {
    int replies =
        threads.adopt(tx, post, post.threadRoot() == null ? post.id() : post.threadRoot())
            - holdUninvited(tx, post);
    if (replies > 0) store.countReplies(tx, post.id(), replies);
  }

  private static Post with(List<MediaFile> files, Post post) {
    if (files.isEmpty()) return post;
    return PostChange.of(post).media(files.stream().map(MediaFile::id).toList()).build();
  }

  /** Replies that were here first are held too, if nobody can tell that their author may reply. */
  private int holdUninvited(Tx tx, Post parent) {
    if (parent.policy().reply() == null) return 0;
    int counted = 0;
    for (Post reply : threads.replies(tx, parent.id())) {
      boolean open = permissions.of(tx, reply.author(), parent, Deed.REPLY) == Permission.OPEN;
      if (open || reply.held() || reply.authorizedBy() != null) continue;
      store.update(tx, PostChange.of(reply).held(true, null).build());
      if (reply.reach().isOpen()) counted++;
    }
    return counted;
  }

  private void announce(Tx tx, Post post, Actor author, Set<ActorId> toNotify, boolean arrivedNow) {
    PostId original = post.boostOf();
    Post boosted = original == null ? null : store.byId(tx, original).orElse(null);
    tx.announce(new PostPublished(post, author, boosted, toNotify, arrivedNow));
  }

  private void hold(Tx tx, Post post) {
    PostId target = post.boostOf() == null ? post.inReplyTo() : post.boostOf();
    if (target == null) return;
    Deed deed = post.isBoost() ? Deed.BOOST : Deed.REPLY;
    store.byId(tx, target).ifPresent(one -> tx.announce(new PostHeld(post, one, deed)));
  }

  /** What was held is for all to see; the author of its target has agreed. */
  Post release(Tx tx, Post held, @Nullable Iri authorization) {
    Post post = PostChange.of(held).held(false, authorization).build();
    store.update(tx, post);
    count(tx, post, 1);
    Set<ActorId> concerned = toNotify(addressees.of(tx, post.id()));
    Actor author = actors.byId(tx, post.author()).orElseThrow(Refused.NotFound::new);
    announce(tx, post, author, concerned, true);
    return post;
  }

  /** Another policy or quote without an edit; whether the quote is good is to be found out. */
  void requote(Tx tx, Post before, Post after) {
    store.update(tx, after);
    countQuote(tx, before.quote(), -1);
    countQuote(tx, after.quote(), 1);
    if (after.quote() != null) tx.announce(new QuoteClaimed(after));
  }

  private void countQuote(Tx tx, @Nullable Quote quote, int change) {
    if (quote == null || !quote.accepted() || quote.post() == null) return;
    store.countQuotes(tx, quote.post(), change);
  }

  /** Finds what is quoted, where that is here; nobody quotes a boost. */
  private Post quoting(Tx tx, Post post) {
    Quote quote = post.quote();
    if (quote == null || quote.post() != null) return post;
    Optional<Post> quoted = store.byIri(tx, quote.iri()).filter(one -> !one.isBoost());
    if (quoted.isEmpty()) return post;
    boolean own = quoted.get().author().equals(post.author());
    Quote found = quote.of(quoted.get());
    return PostChange.of(post).quote(own ? found.acceptedWith(null) : found).build();
  }

  /** Finds the place in a thread: under the parent, where that is known. */
  private Post placed(Tx tx, Post post) {
    if (post.isBoost()) return post;
    Iri parentIri = post.inReplyToIri();
    Optional<ThreadStore.Parent> parent =
        parentIri == null ? Optional.empty() : threads.parent(tx, parentIri);
    PostChange change = PostChange.of(post);
    if (parent.isEmpty()) return change.thread(null, null, post.id(), post.context()).build();
    ThreadStore.Parent found = parent.get();
    Iri context = post.context() == null ? found.context() : post.context();
    if (post.community() == null && mayJoin(tx, found.community(), post.author()))
      change.community(found.community());
    return change.thread(found.id(), found.authorId(), found.root(), context).build();
  }

  /** Whoever is banned from a community does not come into it by an answer. */
  private boolean mayJoin(Reading db, @Nullable ActorId community, ActorId author) {
    return community != null && !bans.hold(db, community, author, clock.instant());
  }

  private Post received(Tx tx, Post post, List<RemoteFile> files) {
    if (files.isEmpty() && !post.hasMedia()) return post;
    List<MediaFile> received = media.receive(tx, post.author(), post.id(), files);
    return PostChange.of(post).media(received.stream().map(MediaFile::id).toList()).build();
  }

  private void count(Tx tx, Post post, int change) {
    if (post.inReplyTo() != null && post.reach().isOpen())
      store.countReplies(tx, post.inReplyTo(), change);
    if (post.boostOf() != null) store.countBoosts(tx, post.boostOf(), change);
    countQuote(tx, post.quote(), change);
    if (post.reach() != Reach.MENTIONED) {
      Instant last = change > 0 ? post.publishedAt() : null;
      actors.adjustCounts(tx, post.author(), 0, 0, change, last);
    }
  }

  /** A boost shows on what it boosts, also while it waits for an agreement. */
  private static void mark(Tx tx, Post post) {
    if (post.isBoost()) tx.announce(new MarksChanged(post.author()));
  }

  private static Set<ActorId> toNotify(List<Addressee> addressees) {
    Set<ActorId> concerned = new HashSet<>();
    for (Addressee one : addressees) if (one.named() && one.addressed()) concerned.add(one.actor());
    return concerned;
  }

  /**
   * Replaces a post's text and everything around it, and keeps how it was. The poll given is the
   * new one; the same options keep their votes.
   */
  Post edit(Tx tx, Post before, NewPost changed) {
    return edit(tx, before, changed, List.of());
  }

  /** The same with other words for files of a local post. */
  Post edit(Tx tx, Post before, NewPost changed, List<Edit.Description> words) {
    Poll poll = polls.of(tx, List.of(before.id())).get(before.id());
    history.keep(tx, before, poll, before.hasMedia() ? media.ofPost(tx, before.id()) : List.of());
    Post whole = changed.post();
    for (Edit.Description one : words)
      media.edit(tx, whole.author(), one.file(), one.text(), one.point());
    if (whole.local()) media.attach(tx, whole.author(), whole.id(), whole.media());
    else whole = received(tx, whole, changed.files());
    Post after = SensitiveAuthors.marked(tx, whole);
    store.update(tx, after);
    if (after != whole) SensitiveAuthors.remember(tx, after.id(), after.author());
    Set<ActorId> known = addressees.named(tx, after.id());
    addressees.delete(tx, after.id());
    addressees.insert(tx, after.id(), changed.addressees());
    addressees.insertTags(tx, after.id(), after.tags());
    replacePoll(tx, after.id(), poll, changed.poll());
    Set<ActorId> news = new HashSet<>(toNotify(changed.addressees()));
    news.removeAll(known);
    tx.announce(new PostEdited(before, after, news));
    return after;
  }

  private void replacePoll(Tx tx, PostId post, @Nullable Poll before, @Nullable Poll after) {
    if (before != null && after != null && before.asksTheSameAs(after)) {
      polls.receiveCounts(tx, after);
      return;
    }
    if (before != null) polls.delete(tx, post);
    if (after != null) polls.insert(tx, after);
  }

  /** Removes a post with its boosts; what remains is a tombstone. */
  void delete(Tx tx, Post post) {
    delete(tx, post, true);
  }

  /** The same of what is not to come back, whatever its author says. */
  void withdraw(Tx tx, Post post) {
    delete(tx, post, false);
  }

  private void delete(Tx tx, Post post, boolean restorable) {
    for (Post boost : store.boostsOf(tx, post.id())) delete(tx, boost);
    tx.announce(new PostDeleted(post));
    if (!post.held()) count(tx, post, -1);
    mark(tx, post);
    for (Post quoting : quotes.forget(tx, post.id())) lost(tx, quoting);
    tombstones.add(tx, Grave.of(post, clock.instant(), restorable), post.local());
    if (post.hasMedia()) media.release(tx, post.id());
    store.delete(tx, post.id());
  }

  private static void lost(Tx tx, Post quoting) {
    Quote quote = quoting.quote();
    if (quote == null) return;
    tx.announce(new PostTouched(quoting.id()));
    tx.announce(new QuoteChanged(PostChange.of(quoting).quote(quote.lost()).build(), quote));
  }

  /** Remembers who says that something never seen here is gone, so that theirs stays out. */
  void deletedElsewhere(Tx tx, Iri iri, ActorId by) {
    early.add(tx, iri, by, clock.instant());
  }
}
