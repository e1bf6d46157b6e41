package social.parley.core;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One page of a list, newest first, with the row ids that its neighbours start from. */
public record Page<T>(List<T> items, OptionalLong newest, OptionalLong oldest) {
  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> empty() {
    return new Page<>(List.of(), OptionalLong.empty(), OptionalLong.empty());
  }

  /** What was read in a cursor's order, with the numbers of its first and last row. */
  public static <T> Page<T> of(List<T> read, Cursor cursor, ToLongFunction<T> number) {
    if (read.isEmpty()) return empty();
    List<T> newestFirst = cursor.ascending() ? read.reversed() : read;
    return new Page<>(
        newestFirst,
        OptionalLong.of(number.applyAsLong(newestFirst.getFirst())),
        OptionalLong.of(number.applyAsLong(newestFirst.getLast())));
  }

  /** The same page with something made of each item, its cursor kept. */
  public <R> Page<R> map(Function<T, R> each) {
    return with(items.stream().map(each).toList());
  }

  /** The same page with other items, its cursor kept. */
  public <R> Page<R> with(List<R> others) {
    return new Page<>(others, newest, oldest);
  }
}
