package social.parley.core;

import java.util.List;
import java.util.OptionalLong;

/** One page of a list, newest first, with the row ids that its neighbours start from. */
public record Page<T>(List<T> items, OptionalLong newest, OptionalLong oldest) {
  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> empty() {
    return new Page<>(List.of(), OptionalLong.empty(), OptionalLong.empty());
  }

  /** The same page with other items, its cursor kept. */
  public <R> Page<R> with(List<R> others) {
    return new Page<>(others, newest, oldest);
  }
}
