package social.parley.translations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;

/** A service that translates; every method uses the network. */
sealed interface Translator permits LibreTranslate, DeepL {
  /** Its name, as people know it. */
  String name();

  /**
   * Translates pieces of HTML together.
   *
   * @param from the language they are in, null to find out
   * @throws Refused.Unavailable when it cannot be had just now
   */
  Outcome translate(List<String> html, @Nullable String from, String to);

  /** From what it translates into what. */
  Languages languages();

  /** As many pieces as were given, and the language they were in. */
  record Outcome(List<String> html, String from) {
    public Outcome {
      html = List.copyOf(html);
    }
  }

  /** What such a service says when it fails, whatever the reason is. */
  static Refused.Unavailable unavailable() {
    return new Refused.Unavailable("There was a temporary problem serving your request");
  }

  static Refused.Unavailable overused() {
    return new Refused.Unavailable("The quota of translations is used up for now");
  }
}
