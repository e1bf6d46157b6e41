package social.parley.lists;

import social.parley.core.Ids;

/** A list's row. */
public record ListId(long value) {
  /** Reads the decimal form that the client API uses; anything else is an unknown record. */
  public static ListId parse(String text) {
    return new ListId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
