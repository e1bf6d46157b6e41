package social.parley.collections;

import social.parley.core.Ids;

/** A collection's row. */
public record CollectionId(long value) {
  /** Reads the decimal form that the client API uses; anything else is an unknown record. */
  public static CollectionId parse(String text) {
    return new CollectionId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
