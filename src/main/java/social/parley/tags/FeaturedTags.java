package social.parley.tags;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import social.parley.text.Hashtag;

/** The hashtags that people show on their profiles. */
public final class FeaturedTags {
  /** How many somebody may show. */
  public static final int MOST = 10;

  private static final int SUGGESTIONS = 10;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final FeaturedTagStore store = new FeaturedTagStore();

  public FeaturedTags(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Shows a hashtag, in whatever spelling; one that is shown already is refused. */
  public FeaturedTag add(ActorId me, String name) {
    String bare = name.strip();
    if (bare.startsWith("#")) bare = bare.substring(1);
    if (bare.isEmpty()) throw new Refused.Invalid("name", "ERR_BLANK", "can't be blank");
    if (!Hashtag.isValid(bare)) throw new Refused.Invalid("name", "ERR_INVALID", "is invalid");
    String valid = bare;
    return database.write(tx -> {
      Optional<FeaturedTag> added = receive(tx, me, valid);
      if (added.isEmpty()) throw new Refused.Invalid("name", "ERR_TAKEN", "has already been taken");
      return announced(tx, added.get());
    });
  }

  /** The same by the normalised name; nothing happens the second time. */
  public void feature(ActorId me, String tag) {
    database.run(tx -> receive(tx, me, tag).ifPresent(added -> announced(tx, added)));
  }

  private FeaturedTag announced(Tx tx, FeaturedTag added) {
    if (store.of(tx, added.actorId()).size() > MOST)
      throw new Refused.Invalid("base", "You have reached the maximum number of featured hashtags");
    tx.announce(new TagFeatured(added, true));
    return added;
  }

  /** Stores it with its counts; nothing when it is there already. */
  Optional<FeaturedTag> receive(Tx tx, ActorId actor, String name) {
    String tag = Hashtag.normalise(name);
    FeaturedTag added = new FeaturedTag(ids.next(), actor, tag, name, 0, null);
    return store.insert(tx, added, clock.instant()) ? store.find(tx, actor, tag) : Optional.empty();
  }

  public void remove(ActorId me, long id) {
    database.run(tx -> {
      Optional<FeaturedTag> removed = store.delete(tx, me, "id", id);
      tx.announce(new TagFeatured(removed.orElseThrow(Refused.NotFound::new), false));
    });
  }

  /** By the normalised name; nothing happens when it is not shown. */
  public void unfeature(ActorId me, String tag) {
    database.run(tx ->
        withdraw(tx, me, tag).ifPresent(removed -> tx.announce(new TagFeatured(removed, false))));
  }

  Optional<FeaturedTag> withdraw(Tx tx, ActorId actor, String tag) {
    return store.delete(tx, actor, "tag", tag);
  }

  /** Those with most posts first. */
  public List<FeaturedTag> of(ActorId actor) {
    return database.read(db -> store.of(db, actor));
  }

  List<FeaturedTag> of(Reading db, ActorId actor) {
    return store.of(db, actor);
  }

  /** What somebody used most of late and does not show yet. */
  public List<String> suggestions(ActorId me) {
    return database.read(db -> store.suggestions(db, me, SUGGESTIONS));
  }

  /** It is to be subscribed. */
  public void published(Tx tx, PostPublished published) {
    if (counts(published.post())) store.count(tx, published.post());
  }

  /** It is to be subscribed. */
  public void deleted(Tx tx, PostDeleted deleted) {
    Post post = deleted.post();
    if (counts(post)) store.recount(tx, post.author(), post.tags(), post.id().value());
  }

  private static boolean counts(Post post) {
    return !post.isBoost() && post.reach().isOpen() && !post.tags().isEmpty();
  }

  /** It is to be subscribed. */
  public void edited(Tx tx, PostEdited edited) {
    Set<String> changed = new HashSet<>(edited.before().tags());
    for (String tag : edited.post().tags()) if (!changed.remove(tag)) changed.add(tag);
    if (!changed.isEmpty()) store.recount(tx, edited.post().author(), changed, 0);
  }

  /** It is to be subscribed. */
  public void forget(Tx tx, ActorId actor) {
    store.clear(tx, actor);
  }
}
