package social.parley.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import social.parley.core.Cursor;

/**
 * The newest rows of lists whose first pages are asked for again and again, kept until a
 * transaction adds to one of them or changes what is there.
 */
public final class NewestRows<K, T> {
  private final int length;
  private final ToLongFunction<T> number;
  private final ReadCache<K, Head<T>> heads;

  /** As many rows of each list, each of about so many bytes, told apart by their numbers. */
  public NewestRows(int length, int rowBytes, long mostBytes, ToLongFunction<T> number) {
    this.length = length;
    this.number = number;
    this.heads = new ReadCache<>(mostBytes, (_, head) -> 64 + rowBytes * head.rows().size());
  }

  /** The first rows of a list, and whether they are all. */
  private record Head<T>(List<T> rows, boolean whole) {
    Head {
      rows = List.copyOf(rows);
    }
  }

  /** A page in the order of its cursor, scanned where it is not all at hand. */
  public List<T> page(K key, Cursor cursor, Function<Cursor, List<T>> scan) {
    return page(key, cursor, _ -> true, scan, scan);
  }

  /** The same of those that are wanted: one scan finds them all, the other only these. */
  public List<T> page(
      K key,
      Cursor cursor,
      Predicate<T> wanted,
      Function<Cursor, List<T>> all,
      Function<Cursor, List<T>> narrowed) {
    Head<T> head = cursor.maxId() == null ? heads.one(key, _ -> read(all)) : heads.known(key);
    return page(head, cursor, wanted).orElseGet(() -> narrowed.apply(cursor));
  }

  private Head<T> read(Function<Cursor, List<T>> all) {
    List<T> rows = all.apply(Cursor.first(length));
    return new Head<>(rows, rows.size() < length);
  }

  private Optional<List<T>> page(@Nullable Head<T> head, Cursor cursor, Predicate<T> wanted) {
    if (head == null) return Optional.empty();
    List<T> rows = head.rows();
    boolean reachesDown = head.whole() || cursor.above() >= number.applyAsLong(rows.getLast());
    if (cursor.ascending() && !reachesDown) return Optional.empty();
    List<T> page = new ArrayList<>(Math.min(cursor.limit(), rows.size()));
    for (T row : cursor.ascending() ? rows.reversed() : rows) {
      if (page.size() == cursor.limit()) break;
      if (isIn(cursor, row) && wanted.test(row)) page.add(row);
    }
    return reachesDown || page.size() == cursor.limit() ? Optional.of(page) : Optional.empty();
  }

  private boolean isIn(Cursor cursor, T row) {
    long at = number.applyAsLong(row);
    return at < cursor.below() && at > cursor.above();
  }

  /** Forgets a list that this transaction changes, once it is committed. */
  public void drop(Tx tx, K key) {
    heads.drop(tx, key);
  }
}
