package social.parley.about;

import java.util.Map;

/** A house rule with a longer explanation, which may be empty, and both in other languages. */
public record Rule(String text, String hint, Map<String, Wording> translations) {
  public Rule {
    translations = Map.copyOf(translations);
  }

  /** A rule in one language. */
  public record Wording(String text, String hint) {}
}
