package social.parley.core;

/** An uploaded or received file. */
public record MediaId(long value) implements Comparable<MediaId> {
  /** Reads the decimal form that the client API uses; anything else is an unknown record. */
  public static MediaId parse(String text) {
    return new MediaId(Ids.parse(text));
  }

  @Override
  public int compareTo(MediaId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
