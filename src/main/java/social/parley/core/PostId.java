package social.parley.core;

/** A post's row, of whatever kind; its order is the order of timelines. */
public record PostId(long value) implements Comparable<PostId> {
  /** Reads the decimal form that the client API uses; anything else is an unknown record. */
  public static PostId parse(String text) {
    return new PostId(Ids.parse(text));
  }

  @Override
  public int compareTo(PostId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
