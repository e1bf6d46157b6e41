package social.parley.web;

import java.util.Locale;

/** Numbers as lists show them: 950, 1.2K, 34K, 5.6M. */
public final class Count {
  private Count() {}

  public static String brief(long number) {
    if (number < 1000) return Long.toString(number);
    if (number < 1_000_000) return scaled(number, 1000) + "K";
    return scaled(number, 1_000_000) + "M";
  }

  private static String scaled(long number, int unit) {
    double value = (double) number / unit;
    return value < 10
        ? String.format(Locale.ROOT, "%.1f", Math.floor(value * 10) / 10).replace(".0", "")
        : Long.toString((long) value);
  }
}
