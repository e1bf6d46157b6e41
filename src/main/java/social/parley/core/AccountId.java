package social.parley.core;

/** A local person's account (the login), not their actor. */
public record AccountId(long value) implements Comparable<AccountId> {
  /** Reads the decimal form that the client API uses; anything else is an unknown record. */
  public static AccountId parse(String text) {
    return new AccountId(Ids.parse(text));
  }

  @Override
  public int compareTo(AccountId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
