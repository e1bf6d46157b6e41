package social.parley.words;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that the interface says in one language. Which language that is, is bound to the request:
 * pages say their words where they are written, dozens of calls below the one who knows the reader.
 */
public final class Words {
  private static final Logger LOG = LoggerFactory.getLogger(Words.class);
  private static final ScopedValue<Words> READERS = ScopedValue.newInstance();
  private static final Set<String> UNKNOWN = ConcurrentHashMap.newKeySet();

  private final String tag;
  private final ULocale locale;
  private final Map<String, Message> messages;
  private final Numbers numbers;
  private final Dates dates;

  Words(String tag, ULocale locale, Map<String, Message> messages, Numbers numbers) {
    this.tag = tag;
    this.locale = locale;
    this.messages = messages;
    this.numbers = numbers;
    this.dates = new Dates(locale, numbers.zero());
  }

  /** Those of whoever the answer is for; English where nobody is asked. */
  public static Words now() {
    return READERS.isBound() ? READERS.get() : Dictionary.english();
  }

  /** A message in the language of whoever the answer is for. */
  public static String say(String key, Object... given) {
    return now().message(key, given);
  }

  /** What is done while these words are spoken. */
  public interface Speech<X extends Exception> {
    void hold() throws X;
  }

  /** Everything said by {@code speech} is said in this language. */
  public <X extends Exception> void during(Speech<X> speech) throws X {
    ScopedValue.where(READERS, this)
        .call(() -> {
          speech.hold();
          return true;
        });
  }

  /** What the key stands for; a key that nobody knows is shown as it is, and logged once. */
  public String message(String key, Object... given) {
    Message message = messages.get(key);
    if (message != null) return message.format(given);
    if (UNKNOWN.add(key)) LOG.error("There is no message {}", key);
    return key;
  }

  /** A refusal's sentence, which is English, in this language if it is known. */
  public String refusal(String reason) {
    Optional<Refusals.Found> found = Refusals.find(reason);
    return found.isEmpty() ? reason : message(found.get().key(), found.get().given());
  }

  /** The language as BCP 47 names it. */
  public String tag() {
    return tag;
  }

  /** {@code rtl} for languages that are written from right to left. */
  public String direction() {
    return numbers.rightToLeft() ? "rtl" : "ltr";
  }

  public Numbers numbers() {
    return numbers;
  }

  public Dates dates() {
    return dates;
  }

  /** Several things in a row. */
  public String list(List<String> items) {
    return items.stream().reduce((all, next) -> message("list.two", all, next)).orElse("");
  }

  /**
   * A message about a number in each of its plural forms, for scripts: a line for each, with the
   * form's name and {@code {0}} in the place of the number.
   */
  public String forms(String key) {
    return numbers.categories().stream()
        .map(form -> form + "\t" + message(key, new Message.Shape(form, "{0}")))
        .collect(Collectors.joining("\n"));
  }

  /** What a language is called in this one. */
  public String language(String other) {
    String name = ULocale.forLanguageTag(other).getDisplayLanguage(locale);
    return name.isEmpty() ? other : name;
  }
}
