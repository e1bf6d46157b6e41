package social.parley.words;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a language writes dates and times of day: ICU's patterns and names of months, in UTC. */
public final class Dates {
  /** Names of months, quoted words, and the rest. */
  private static final Pattern TOKEN = Pattern.compile("[ML]{3,4}|'[^']*'|[^ML']+|[ML]+");

  private final DateFormatSymbols names;
  private final DecimalStyle digits;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;
  private final DateTimeFormatter brief;
  private final DateTimeFormatter briefWithYear;

  Dates(ULocale locale, char zero) {
    // The world's English writes months as English does, where Britain's would write Sept.
    ULocale named = locale.getCountry().equals("001") ? new ULocale(locale.getLanguage()) : locale;
    names = DateFormatSymbols.getInstance(named);
    digits = DecimalStyle.STANDARD.withZeroDigit(zero);
    DateTimePatternGenerator patterns = DateTimePatternGenerator.getInstance(locale);
    day = format(patterns.getBestPattern("yMMMMd"));
    time = format(patterns.getBestPattern("Hm"));
    brief = format(patterns.getBestPattern("MMMd"));
    briefWithYear = format(patterns.getBestPattern("yMMMd"));
  }

  /** A day with the whole name of its month. */
  public String day(Instant instant) {
    return day.format(instant);
  }

  public String time(Instant instant) {
    return time.format(instant);
  }

  /** A day of a year that everybody knows. */
  public String brief(Instant instant) {
    return brief.format(instant);
  }

  public String briefWithYear(Instant instant) {
    return briefWithYear.format(instant);
  }

  private DateTimeFormatter format(String pattern) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    Matcher tokens = TOKEN.matcher(pattern);
    while (tokens.find()) {
      String token = tokens.group();
      boolean month = token.length() > 2 && (token.charAt(0) == 'M' || token.charAt(0) == 'L');
      if (month) builder.appendText(ChronoField.MONTH_OF_YEAR, months(token));
      else builder.appendPattern(token);
    }
    return builder.toFormatter(Locale.ROOT).withDecimalStyle(digits).withZone(ZoneOffset.UTC);
  }

  private Map<Long, String> months(String token) {
    int context = token.charAt(0) == 'L' ? DateFormatSymbols.STANDALONE : DateFormatSymbols.FORMAT;
    int width = token.length() == 4 ? DateFormatSymbols.WIDE : DateFormatSymbols.ABBREVIATED;
    String[] all = names.getMonths(context, width);
    Map<Long, String> byNumber = new HashMap<>();
    for (int i = 0; i < 12; i++) byNumber.put(i + 1L, all[i]);
    return byNumber;
  }
}
