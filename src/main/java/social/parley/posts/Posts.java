package social.parley.posts;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ObjectDocument;
import social.parley.actors.Actor;
import social.parley.actors.ActorDeleted;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.emojis.Emojis;
import social.parley.federation.CollectionSource;
import social.parley.federation.ObjectSource;
import social.parley.federation.Outbox;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.UnhurriedReader;
import social.parley.follows.Circles;
import social.parley.follows.Follows;
import social.parley.jobs.Jobs;
import social.parley.media.Media;
import social.parley.media.MediaChanged;
import social.parley.media.MediaFile;
import social.parley.relays.Relays;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * The front door to posts: writing, boosting, pinning, voting, and reading what one may see. The
 * methods that take a viewer refuse with NotFound what that viewer may not see.
 */
public final class Posts {
  /** What posts are built on. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      Settings settings,
      Jobs jobs,
      Actors actors,
      RemoteActors remoteActors,
      RemoteDocuments documents,
      UnhurriedReader unhurried,
      Outbox outbox,
      Media media,
      Emojis emojis,
      Follows follows,
      Circles circles,
      Relays relays,
      List<PostRule> rules) {
    public Needs {
      rules = List.copyOf(rules);
    }
  }

  private final Needs needs;
  private final PostStore store = new PostStore();
  private final PostWriter writer;
  private final Publishing publishing;
  private final Boosts boosts;
  private final Pins pins;
  private final PostActivities activities;
  private final PostOutbox outbox;
  private final Polls polls;
  private final Threads threads;
  private final RemotePosts remote;
  private final PostInbox inbox;
  private final Completions completions;
  private final AuthorRemoval removal;
  private final SensitiveAuthors sensitive;
  private final PostQuotes quotes;
  private final Permissions permissions = new Permissions();
  private final Visibility visibility = new Visibility();
  private final HistoryStore history = new HistoryStore();
  private final AddresseeStore addressees = new AddresseeStore();
  private final RecentPosts recent;
  private final Sight sight;

  public Posts(Needs needs) {
    this.needs = needs;
    this.recent = new RecentPosts(needs.database(), needs.media());
    this.sight = new Sight(needs, recent);
    this.writer = new PostWriter(needs.clock(), needs.actors(), needs.media());
    this.activities = new PostActivities(needs);
    this.outbox = new PostOutbox(needs, activities);
    this.polls = new Polls(needs, outbox);
    this.quotes = new PostQuotes(needs, activities);
    this.publishing = new Publishing(needs, writer, polls);
    this.boosts = new Boosts(needs, writer);
    this.pins = new Pins(needs);
    this.threads = new Threads(needs, recent, sight);
    Arrivals arrivals = new Arrivals(needs, writer, polls);
    this.remote = new RemotePosts(needs, arrivals);
    this.inbox = new PostInbox(needs, writer, arrivals, remote, boosts, pins, polls);
    this.completions = new Completions(needs, remote, arrivals, pins);
    completions.handle();
    this.removal = new AuthorRemoval(needs, writer);
    new PollJobs(needs, polls, remote).handle();
    removal.handle();
    this.sensitive = new SensitiveAuthors(needs);
    sensitive.handle();
  }

  public Visibility visibility() {
    return visibility;
  }

  /** Fetches what is missing of what people open. */
  public CommunityModerators moderators() {
    return new CommunityModerators(needs);
  }

  public Completions completions() {
    return completions;
  }

  public Polls polls() {
    return polls;
  }

  public PostQuotes quotes() {
    return quotes;
  }

  /** What somebody may do with posts they see; not inside a write. */
  public Map<PostId, Permission> permissions(
      @Nullable ActorId actor, Collection<Post> posts, Deed deed) {
    return Permissions.needsFacts(actor, posts, deed)
        ? needs.database().read(db -> permissions.of(db, actor, posts, deed))
        : Permissions.plain(actor, posts, deed);
  }

  /** What waits for the authors of others. */
  public HeldPosts held() {
    return new HeldPosts(writer, activities);
  }

  /** Who may do what with a post they see. */
  public Permissions permissions() {
    return permissions;
  }

  /** Who may do what with the posts of somebody who says nothing with them. */
  public DefaultPolicies policies() {
    return new DefaultPolicies(needs.database());
  }

  /** What takes the activities of other servers. */
  public PostInbox inbox() {
    return inbox;
  }

  /** Local posts as documents. */
  public ObjectSource documents() {
    return new PostDocuments(needs, activities);
  }

  /** Outboxes, pinned posts and replies. */
  public List<CollectionSource> collections() {
    return PostCollection.all(needs, activities);
  }

  /** What people have written, for themselves to take along. */
  public OwnPosts own() {
    return new OwnPosts(needs, activities);
  }

  /** Removes, bit by bit, what somebody wrote who is no more; it is to be subscribed. */
  public void authorDeleted(Tx tx, ActorDeleted deleted) {
    removal.begin(tx, deleted);
  }

  /** Shows somebody's files behind a warning whatever they say, or no longer. */
  public void markSensitive(Tx tx, ActorId author, boolean marked) {
    sensitive.set(tx, author, marked);
  }

  /** What tells other servers; it is to be subscribed. */
  public PostOutbox outbox() {
    return outbox;
  }

  /** Publishes what somebody here wrote; may look up people on other servers first. */
  public Post publish(Draft draft) {
    return publishing.publish(draft, tx -> {});
  }

  /**
   * The same, together with something else: {@code first} runs in the same transaction before the
   * post is stored, and whatever it throws undoes all.
   */
  public Post publish(Draft draft, Consumer<Tx> first) {
    return publishing.publish(draft, first);
  }

  /** Refuses what could not be published now. */
  public void check(Draft draft) {
    publishing.check(draft);
  }

  /** Changes an own post. */
  public Post edit(ActorId me, PostId id, Edit edit) {
    return publishing.edit(me, id, edit);
  }

  /** Deletes an own post; gives it as it was, with its source. */
  public Post delete(ActorId me, PostId id) {
    return publishing.delete(me, id, false);
  }

  /** The same with its files, which are kept for another post else. */
  public Post deleteWithMedia(ActorId me, PostId id) {
    return publishing.delete(me, id, true);
  }

  /** Passes on a post; gives the boost, the same one when there is one already. */
  public Post boost(ActorId me, PostId id, Reach reach) {
    return boosts.boost(me, id, reach);
  }

  /** Takes a boost back, if there is one; gives the original. */
  public Post unboost(ActorId me, PostId id) {
    return boosts.unboost(me, id);
  }

  public void pin(ActorId me, PostId id) {
    pins.pin(me, id);
  }

  public void unpin(ActorId me, PostId id) {
    pins.unpin(me, id);
  }

  /** Votes in the poll of a post, by the positions of the options; gives the new counts. */
  public Poll vote(ActorId me, PostId id, List<Integer> choices) {
    return polls.vote(me, id, choices);
  }

  public void muteThread(ActorId me, PostId id) {
    threads.mute(me, id);
  }

  public void unmuteThread(ActorId me, PostId id) {
    threads.unmute(me, id);
  }

  public Optional<Post> byId(PostId id) {
    return needs.database().read(db -> byId(db, id));
  }

  public Optional<Post> byId(Reading db, PostId id) {
    return store.byId(db, id);
  }

  /** In the order asked for, with one statement; ids of nothing are left out. */
  public Map<PostId, Post> byIds(Reading db, Collection<PostId> ids) {
    return store.byIds(db, ids);
  }

  /** The same, of those kept at hand where that is so; not inside a write. */
  public Map<PostId, Post> byIds(Collection<PostId> ids) {
    return recent.posts(ids);
  }

  /** The polls of posts, by their ids; not inside a write. */
  public Map<PostId, Poll> pollsOf(List<PostId> ids) {
    return recent.polls(ids);
  }

  /** The files of posts, by their ids; not inside a write. */
  public Map<PostId, List<MediaFile>> mediaOf(List<PostId> ids) {
    return recent.media(ids);
  }

  /** Those that this viewer may see, in the same order; not inside a write. */
  public List<Post> visible(@Nullable ActorId viewer, List<Post> posts) {
    return sight.visible(viewer, posts);
  }

  /** Something about a post has changed; it is to be subscribed. */
  public void touched(Tx tx, PostTouched touched) {
    recent.drop(tx, touched.post());
  }

  /** A file of a post has changed; it is to be subscribed. */
  public void mediaChanged(Tx tx, MediaChanged changed) {
    if (changed.post() != null) recent.drop(tx, changed.post());
  }

  public Optional<Post> byIri(Reading db, Iri iri) {
    return store.byIri(db, iri);
  }

  /** A post that is here, by its id on the wire or by the address of its page here. */
  public Optional<Post> byAddress(Iri address) {
    return needs.database().read(db -> store.byAddress(db, address));
  }

  /** A post of another server, fetched and stored unless it is here; uses the network. */
  public Optional<Post> fetch(Iri iri) {
    return remote.fetch(iri);
  }

  /** Stores what another feature has read as a post of an author elsewhere. */
  public Optional<Post> bring(ObjectDocument document, Actor author, boolean news) {
    return remote.bring(document, author, news);
  }

  /** The post, if this viewer may see it. */
  public Post seen(@Nullable ActorId viewer, PostId id) {
    List<Post> seen = visibleInOrder(viewer, List.of(id));
    if (seen.isEmpty()) throw new Refused.NotFound();
    return seen.getFirst();
  }

  /** Those that this viewer may see, by id, in the order asked for. */
  public Map<PostId, Post> visible(@Nullable ActorId viewer, Collection<PostId> ids) {
    Map<PostId, Post> visible = new LinkedHashMap<>();
    for (Post post : visibleInOrder(viewer, List.copyOf(ids))) visible.put(post.id(), post);
    return visible;
  }

  /** Those that this viewer may see, in the order asked for. */
  public List<Post> visibleInOrder(@Nullable ActorId viewer, List<PostId> ids) {
    Map<PostId, Post> known = recent.posts(ids);
    return sight.visible(viewer, ids.stream().map(known::get).filter(Objects::nonNull).toList());
  }

  /** What stands around a post that this viewer has seen. */
  public Thread context(@Nullable ActorId viewer, Post post) {
    return threads.context(viewer, post);
  }

  /** All versions of a post, the present one last. */
  public List<PostVersion> history(@Nullable ActorId viewer, PostId id) {
    Post post = seen(viewer, id);
    return needs
        .database()
        .read(db ->
            history.of(db, post, polls.of(db, List.of(id)).get(id), needs.media().ofPost(db, id)));
  }

  /** Who has openly boosted a post, the latest first. */
  public Page<ActorId> boostedBy(PostId id, Cursor cursor) {
    return needs.database().read(db -> boosts.boosters(db, id, cursor));
  }

  /** Those of the posts that somebody has boosted. */
  public Set<PostId> boostedBy(Reading db, ActorId actor, Collection<PostId> ids) {
    return boosts.boostedBy(db, actor, ids);
  }

  /** What somebody has pinned, the latest first. */
  public List<PostId> pins(Reading db, ActorId author) {
    return pins.of(db, author);
  }

  public boolean mutesThread(Reading db, ActorId actor, Post post) {
    return !threads.muted(db, actor, List.of(post)).isEmpty();
  }

  /** Everybody a post is addressed to by name, named in its text or not. */
  public List<ActorId> addressed(Reading db, PostId id) {
    return addressees.of(db, id).stream()
        .filter(Addressee::addressed)
        .map(Addressee::actor)
        .toList();
  }

  /** Adds to the count of favourites, inside the transaction that stores or removes one. */
  public void countFavourites(Tx tx, PostId id, int change) {
    store.countFavourites(tx, id, change);
  }

  /** The same of those who are against it. */
  public void countDislikes(Tx tx, PostId id, int change) {
    store.countDislikes(tx, id, change);
  }
}
