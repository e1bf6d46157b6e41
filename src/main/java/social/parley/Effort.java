package social.parley;

import social.parley.accounts.PasswordCost;
import social.parley.signatures.KeySource;

/** How much work goes into what nobody shall guess: the keys of actors and kept passwords. */
public record Effort(KeySource keys, PasswordCost passwords) {
  /** What a community that others can reach needs. */
  public static final Effort FULL = new Effort(KeySource.FRESH, PasswordCost.RECOMMENDED);
}
