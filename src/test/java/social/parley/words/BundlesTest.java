package social.parley.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says all that English says, and nothing says what no language knows. */
class BundlesTest {
  /** A key in the code, whole or as the beginning of several. */
  private static final Pattern USED =
      Pattern.compile("\"([a-z]+(?:\\.[a-z0-9_]+)*\\.?)\"(\\s*\\+)?");

  private static final Pattern SAID =
      Pattern.compile("\\b(?:say|rich|forms|message)\\(\\s*\"([^\"]+)\"(\\s*\\+)?");

  /** A class or an id with words in it. */
  private static final Pattern STYLED =
      Pattern.compile("\\b(?:class|id)=\"(?:[^\"$]|\\$\\{[^}]*})*?\\$\\{[^}]*\\bsay\\(");

  private static final Pattern TAG = Pattern.compile("</?(?:\\d|code|strong|em)>");

  static List<String> languages() {
    return Dictionary.tags();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheMessagesOfEnglish(String tag) {
    assertThat(new TreeSet<>(Dictionary.patterns(tag).keySet()))
        .isEqualTo(new TreeSet<>(Dictionary.patterns("en").keySet()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void messagesTakeWhatTheEnglishOnesTake(String tag) {
    Map<String, String> english = Dictionary.patterns("en");
    Dictionary.patterns(tag)
        .forEach((key, pattern) -> {
          String first = english.getOrDefault(key, "");
          assertThat(arguments(pattern)).as(tag + " " + key).isEqualTo(arguments(first));
          assertThat(tags(pattern)).as(tag + " " + key).isEqualTo(tags(first));
        });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void pluralsHaveAllFormsOfTheirLanguage(String tag) {
    // ICU knows a form of Spanish and French for whole millions; nothing here is counted so far.
    Set<String> needed =
        new HashSet<>(PluralRules.forLocale(ULocale.forLanguageTag(tag)).getKeywords());
    needed.remove("many");
    if (tag.equals("ar")) needed.add("many");
    Dictionary.patterns(tag)
        .forEach((key, pattern) -> {
          for (Set<String> forms : plurals(pattern))
            if (forms.size() > 1) assertThat(forms).as(tag + " " + key).containsAll(needed);
            else assertThat(forms).as(tag + " " + key).containsExactly("other");
        });
  }

  @Test
  void noFrenchLineBeginsWithASignOfPunctuation() {
    Dictionary.patterns("fr")
        .forEach(
            (key, pattern) -> assertThat(pattern).as(key).doesNotContainPattern(" [?!:;»]|« "));
  }

  @Test
  void everyMessageIsUsedAndEveryUsedOneIsThere() throws IOException {
    Set<String> known = Dictionary.patterns("en").keySet();
    Set<String> whole = new HashSet<>();
    List<String> beginnings = new ArrayList<>(List.of("refused.", "mail."));
    List<String> missing = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      Matcher used = USED.matcher(text);
      while (used.find()) {
        whole.add(used.group(1));
        if (used.group(1).endsWith(".") && used.group(2) != null) beginnings.add(used.group(1));
      }
      Matcher said = SAID.matcher(text);
      while (said.find()) {
        boolean found =
            said.group(2) == null
                ? known.contains(said.group(1))
                : known.stream().anyMatch(key -> key.startsWith(said.group(1)));
        if (!found) missing.add(file.getFileName() + ": " + said.group(1));
      }
    }
    assertThat(missing).isEmpty();
    assertThat(known)
        .allMatch(key -> whole.contains(key) || beginnings.stream().anyMatch(key::startsWith));
  }

  @Test
  void whatStylesGoByIsTheSameInEveryLanguage() throws IOException {
    for (Path file : sources())
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(STYLED);
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("src/main/java", "src/main/jte"))
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(Files::isRegularFile).forEach(all::add);
      }
    return all;
  }

  private static Set<Integer> arguments(String pattern) {
    MessagePattern read = new MessagePattern(pattern);
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < read.countParts(); i++)
      if (read.getPartType(i) == MessagePattern.Part.Type.ARG_NUMBER)
        numbers.add(read.getPart(i).getValue());
    return numbers;
  }

  private static Set<String> tags(String pattern) {
    Set<String> tags = new TreeSet<>();
    Matcher tag = TAG.matcher(pattern);
    while (tag.find()) tags.add(tag.group());
    return tags;
  }

  /** The names of the forms of each plural in it, those for single numbers aside. */
  private static List<Set<String>> plurals(String pattern) {
    MessagePattern read = new MessagePattern(pattern);
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i < read.countParts(); i++) {
      MessagePattern.Part part = read.getPart(i);
      if (part.getType() != MessagePattern.Part.Type.ARG_START
          || part.getArgType() != MessagePattern.ArgType.PLURAL) continue;
      Set<String> forms = new TreeSet<>();
      for (int j = i + 2; j < read.getLimitPartIndex(i); j++)
        if (read.getPartType(j) == MessagePattern.Part.Type.ARG_SELECTOR) {
          String form = read.getSubstring(read.getPart(j));
          if (!form.startsWith("=")) forms.add(form);
        } else if (read.getPartType(j) == MessagePattern.Part.Type.MSG_START)
          j = read.getLimitPartIndex(j);
      all.add(forms);
    }
    return all;
  }
}
