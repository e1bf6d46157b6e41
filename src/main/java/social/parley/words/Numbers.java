package social.parley.words;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;
import java.math.RoundingMode;
import java.util.List;

/** How a language writes numbers, and which of its plural forms belongs to one. */
public final class Numbers {
  private final PluralRules rules;
  private final String digits;
  private final boolean rightToLeft;
  private final LocalizedNumberFormatter whole;
  private final LocalizedNumberFormatter compact;
  private final LocalizedNumberFormatter percent;

  Numbers(ULocale locale) {
    rules = PluralRules.forLocale(locale);
    digits = NumberingSystem.getInstance(locale).getDescription();
    rightToLeft = locale.isRightToLeft();
    whole = NumberFormatter.withLocale(locale);
    compact =
        NumberFormatter.withLocale(locale)
            .notation(Notation.compactShort())
            .roundingMode(RoundingMode.DOWN);
    percent =
        NumberFormatter.withLocale(locale).unit(NoUnit.PERCENT).precision(Precision.integer());
  }

  /** Every digit of it. */
  public String plain(long number) {
    // What stands on pages is mostly small, and needs no grouping.
    return number < 0 || number >= 1000 ? whole.format(number).toString() : small((int) number);
  }

  /** As lists show it: 950, 1.2K, 34K, 5.6M. */
  public String brief(long number) {
    return number < 0 || number >= 1000 ? compact.format(number).toString() : small((int) number);
  }

  /** A share of a hundred. */
  public String percent(int number) {
    return percent.format(number).toString();
  }

  boolean rightToLeft() {
    return rightToLeft;
  }

  char zero() {
    return digits.charAt(0);
  }

  /** The names of the plural forms, in a fixed order. */
  List<String> categories() {
    return rules.getKeywords().stream().sorted().toList();
  }

  String category(long number) {
    return rules.select(number);
  }

  private String small(int number) {
    String latin = Integer.toString(number);
    if (digits.charAt(0) == '0') return latin;
    StringBuilder own = new StringBuilder(latin.length());
    for (int i = 0; i < latin.length(); i++) own.append(digits.charAt(latin.charAt(i) - '0'));
    return own.toString();
  }
}
