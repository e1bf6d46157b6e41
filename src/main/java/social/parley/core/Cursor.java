package social.parley.core;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list starts and how long it is. {@code maxId} and {@code sinceId} are exclusive
 * bounds read newest first; {@code minId} asks for the page just above it instead.
 */
public record Cursor(
    @Nullable Long maxId, @Nullable Long sinceId, @Nullable Long minId, int limit) {
  /** The newest page. */
  public static Cursor first(int limit) {
    return new Cursor(null, null, null, limit);
  }

  /** Upper exclusive bound as a number. */
  public long below() {
    return maxId == null ? Long.MAX_VALUE : maxId;
  }

  /** Lower exclusive bound as a number. */
  public long above() {
    if (minId != null) return minId;
    return sinceId == null ? Long.MIN_VALUE : sinceId;
  }

  /** True when the page is read from its lower end upwards, and must be reversed for display. */
  public boolean ascending() {
    return minId != null;
  }

  /** What is left of what this asks for after the entries up to this id have been read. */
  public Cursor past(long id) {
    return ascending() ? new Cursor(maxId, null, id, limit) : new Cursor(id, sinceId, null, limit);
  }
}
