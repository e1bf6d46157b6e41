package social.parley.timelines;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import social.parley.actors.ActorChanged;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/**
 * The newest ids of the lists that are read most, kept until something is added to one of them.
 * What has gone since then may still be named: who may see a post is asked whenever it is shown.
 */
public final class Heads {
  private static final long MOST_HOME_BYTES = 4 << 20;
  private static final long MOST_AUTHOR_BYTES = 4 << 20;
  private static final long MOST_PUBLIC_BYTES = 1 << 16;

  private final ReadCache<ActorId, Head> homes = cache(MOST_HOME_BYTES);
  private final ReadCache<Authored, Head> authors = cache(MOST_AUTHOR_BYTES);
  private final ReadCache<PublicFilter, Head> everyone = cache(MOST_PUBLIC_BYTES);

  private record Authored(ActorId author, AccountFilter filter) {}

  private static <K> ReadCache<K, Head> cache(long mostBytes) {
    return new ReadCache<>(mostBytes, (_, head) -> head.weight());
  }

  List<PostId> home(ActorId owner, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    return page(homes, owner, cursor, scan);
  }

  List<PostId> of(
      ActorId author, AccountFilter filter, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    return AccountFilter.USUAL.contains(filter)
        ? page(authors, new Authored(author, filter), cursor, scan)
        : scan.apply(cursor);
  }

  List<PostId> everyone(PublicFilter filter, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    return PublicFilter.USUAL.contains(filter)
        ? page(everyone, filter, cursor, scan)
        : scan.apply(cursor);
  }

  /** Nothing is read ahead for those who ask for what is further down. */
  private static <K> List<PostId> page(
      ReadCache<K, Head> heads, K key, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    Head head = cursor.maxId() == null ? heads.one(key, _ -> Head.of(scan)) : heads.known(key);
    Optional<List<PostId>> page = head == null ? Optional.empty() : head.page(cursor);
    return page.orElseGet(() -> scan.apply(cursor));
  }

  /** Something has come to the homes of these people, or was taken off them. */
  void changed(Tx tx, Collection<ActorId> owners) {
    for (ActorId owner : owners) homes.drop(tx, owner);
  }

  public void published(Tx tx, PostPublished published) {
    changed(tx, published.post());
  }

  public void edited(Tx tx, PostEdited edited) {
    changed(tx, edited.post());
  }

  public void deleted(Tx tx, PostDeleted deleted) {
    changed(tx, deleted.post());
  }

  private void changed(Tx tx, Post post) {
    for (AccountFilter filter : AccountFilter.USUAL)
      authors.drop(tx, new Authored(post.author(), filter));
    if (!post.isBoost()) changed(tx);
  }

  /** Whose standing is another is on the public lists no more, or again. */
  public void actorChanged(Tx tx, ActorChanged changed) {
    changed(tx);
  }

  private void changed(Tx tx) {
    for (PublicFilter filter : PublicFilter.USUAL) everyone.drop(tx, filter);
  }
}
