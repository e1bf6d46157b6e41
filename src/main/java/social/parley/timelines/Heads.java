package social.parley.timelines;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import social.parley.actors.ActorChanged;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.storage.NewestRows;
import social.parley.storage.Tx;

/**
 * The newest ids of the lists that are read most, kept until something is added to one of them.
 * What has gone since then may still be named: who may see a post is asked whenever it is shown.
 */
public final class Heads {
  private static final int LENGTH = 80;
  private static final int ROW_BYTES = 24;
  private static final long MOST_HOME_BYTES = 4 << 20;
  private static final long MOST_AUTHOR_BYTES = 4 << 20;
  private static final long MOST_PUBLIC_BYTES = 1 << 16;

  private final NewestRows<ActorId, PostId> homes = rows(MOST_HOME_BYTES);
  private final NewestRows<Authored, PostId> authors = rows(MOST_AUTHOR_BYTES);
  private final NewestRows<PublicFilter, PostId> everyone = rows(MOST_PUBLIC_BYTES);

  private record Authored(ActorId author, AccountFilter filter) {}

  private static <K> NewestRows<K, PostId> rows(long mostBytes) {
    return new NewestRows<>(LENGTH, ROW_BYTES, mostBytes, PostId::value);
  }

  List<PostId> home(ActorId owner, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    return homes.page(owner, cursor, scan);
  }

  List<PostId> of(
      ActorId author, AccountFilter filter, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    return AccountFilter.USUAL.contains(filter)
        ? authors.page(new Authored(author, filter), cursor, scan)
        : scan.apply(cursor);
  }

  List<PostId> everyone(PublicFilter filter, Cursor cursor, Function<Cursor, List<PostId>> scan) {
    return PublicFilter.USUAL.contains(filter)
        ? everyone.page(filter, cursor, scan)
        : scan.apply(cursor);
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
