package social.parley.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lists of parameters filled up to a power of two by repetition, so that few different statements
 * are prepared.
 */
public final class Padded {
  private Padded() {}

  public static <T> List<T> of(Collection<T> values) {
    List<T> padded = new ArrayList<>(values);
    int size = padded.size();
    int target = size <= 1 ? size : Integer.highestOneBit(size - 1) << 1;
    while (padded.size() < target) padded.add(padded.getLast());
    return padded;
  }
}
