package social.parley.core;

/** A local or remote actor's row. */
public record ActorId(long value) implements Comparable<ActorId> {
  /** Reads the decimal form that the client API uses; anything else is an unknown record. */
  public static ActorId parse(String text) {
    return new ActorId(Ids.parse(text));
  }

  @Override
  public int compareTo(ActorId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
