package social.parley.web;

import social.parley.words.Words;

/** Numbers as lists show them: 950, 1.2K, 34K, 5.6M. */
public final class Count {
  private Count() {}

  public static String brief(long number) {
    return Words.now().numbers().brief(number);
  }

  /** Every digit of it. */
  public static String whole(long number) {
    return Words.now().numbers().plain(number);
  }

  public static String percent(int number) {
    return Words.now().numbers().percent(number);
  }
}
