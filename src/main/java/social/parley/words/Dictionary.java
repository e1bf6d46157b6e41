package social.parley.words;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The languages of the interface, each read when somebody first wants it. */
public final class Dictionary {
  private static final Logger LOG = LoggerFactory.getLogger(Dictionary.class);
  private static final String ENGLISH = "en";
  private static final int MOST_ACCEPTED = 300;
  private static final List<String> TAGS =
      read("list.txt").lines().filter(l -> !l.isBlank()).toList();
  private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

  private Dictionary() {}

  public static Words english() {
    return load(ENGLISH);
  }

  /** The words of a language, or English where there are none of it. */
  public static Words of(String tag) {
    return find(tag).orElseGet(Dictionary::english);
  }

  /** All languages that the interface speaks, by their tags. */
  public static List<String> tags() {
    return TAGS;
  }

  /** The words of a language, if there are any of it or of what it is a kind of. */
  public static Optional<Words> find(String tag) {
    for (String sought = tag.replace('_', '-'); !sought.isEmpty(); sought = shorter(sought))
      for (String known : TAGS) if (known.equalsIgnoreCase(sought)) return Optional.of(load(known));
    return Optional.empty();
  }

  private static String shorter(String tag) {
    return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
  }

  /** The first language that a browser asks for and that there is (RFC 9110, section 12.5.4). */
  public static Optional<Words> accepted(@Nullable String header) {
    if (header == null || header.length() > MOST_ACCEPTED) return Optional.empty();
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> find(range.getRange()).stream())
          .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Words load(String tag) {
    Words known = KNOWN.get(tag);
    if (known != null) return known;
    Words made = make(tag);
    Words first = KNOWN.putIfAbsent(tag, made);
    return first == null ? made : first;
  }

  private static Words make(String tag) {
    // English as most of the world writes its dates.
    ULocale locale = ULocale.forLanguageTag(tag.equals(ENGLISH) ? "en-001" : tag);
    Numbers numbers = new Numbers(locale);
    Map<String, Message> messages = new HashMap<>();
    if (!tag.equals(ENGLISH)) messages.putAll(read(ENGLISH, new Numbers(ULocale.ENGLISH)));
    Map<String, Message> own = read(tag, numbers);
    if (own.size() < messages.size())
      LOG.warn(
          "{} of {} messages are not there in {} yet: they are shown in English",
          messages.size() - own.size(),
          messages.size(),
          tag);
    messages.putAll(own);
    return new Words(tag, locale, Collections.unmodifiableMap(messages), numbers);
  }

  private static Map<String, Message> read(String tag, Numbers numbers) {
    Map<String, Message> messages = new HashMap<>();
    patterns(tag).forEach((key, pattern) -> messages.put(key, Message.read(pattern, numbers)));
    return messages;
  }

  /** The messages of a language as they are written. */
  static Map<String, String> patterns(String tag) {
    Properties read = new Properties();
    try (Reader in = new InputStreamReader(open(tag + ".properties"), StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Map<String, String> patterns = new HashMap<>();
    read.stringPropertyNames().forEach(key -> patterns.put(key, read.getProperty(key)));
    return patterns;
  }

  private static String read(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Dictionary.class.getResourceAsStream("messages/" + name);
    if (in == null) throw new IllegalStateException("no messages " + name);
    return in;
  }
}
