package social.parley.web;

import static social.parley.words.Words.say;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;
import social.parley.words.Words;

/** What was wrong with a form, by field; a field may be named by several refusals. */
public record Problems(Map<String, String> byField) {
  public static final Problems NONE = new Problems(Map.of());

  static Problems of(Refused.Invalid refused) {
    Map<String, String> byField = new LinkedHashMap<>();
    for (Refused.Problem problem : refused.problems())
      byField.putIfAbsent(problem.field(), Words.now().refusal(problem.reason()));
    return new Problems(byField);
  }

  /** A refusal as a sentence about the one thing that the form asks for. */
  static String sentence(String what, Refused.Invalid refused) {
    return refused.problems().stream()
        .findFirst()
        .map(problem -> say("field.sentence", what, Words.now().refusal(problem.reason())))
        .orElseGet(() -> Words.now().refusal(refused.reason()));
  }

  static Problems of(String field, String reason) {
    return new Problems(Map.of(field, reason));
  }

  public @Nullable String of(String field) {
    return byField.get(field);
  }

  public boolean any() {
    return !byField.isEmpty();
  }
}
