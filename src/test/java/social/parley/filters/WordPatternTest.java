package social.parley.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a keyword is found. */
class WordPatternTest {
  private static boolean found(boolean whole, String text, String... words) {
    List<FilterKeyword> keywords =
        Arrays.stream(words).map(word -> new FilterKeyword(1, 1, word, whole)).toList();
    return WordPattern.of(keywords).matcher(WordPattern.normal(text)).find();
  }

  @ParameterizedTest
  @CsvSource({
    "cat, a cat sat, true",
    "cat, A CAT, true",
    "cat, concatenate, false",
    "cat, cat_food, false",
    "cat, (cat), true",
    "cat, cats, false",
    "#cat, see #cat, true",
    "#cat, x#cat, true",
    "#cat, #catalogue, false",
    "c++, c++11, true",
    "c++, abc++, false",
    ".*, anything, false",
    "über, ÜBER alles, true",
    "über, darüber, false",
    "straße, Straßenbahn, false",
    "привет, ПРИВЕТ мир, true",
    "привет, приветливый, false",
    "ночь, полночь, false",
    "東京, 今日は東京タワーへ行く, true",
    "ラーメン, 味噌ラーメンを食べた, true",
    "แมว, ฉันรักแมวมาก, true",
    "python, 私はPythonが好き, false",
    "new york, in New York today, true",
    "new york, anew york, false"
  })
  void wholeWords(String word, String text, boolean expected) {
    assertThat(found(true, text, word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "cat, concatenate, true",
    "猫, 黒猫, true",
    "고양이, 고양이는, true",
    "cat, dog, false",
    "ÉTÉ, l'été, true"
  })
  void parts(String word, String text, boolean expected) {
    assertThat(found(false, text, word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"one and two, true", "three, true", "fourth, false"})
  void anyOfSeveral(String text, boolean expected) {
    assertThat(found(true, text, "two", "three", "four")).isEqualTo(expected);
  }

  /** An accent may come as a letter of its own. */
  @ParameterizedTest
  @CsvSource({"cafe\u0301", "caf\u00e9"})
  void accents(String text) {
    assertThat(found(true, text, "caf\u00e9")).isTrue();
    assertThat(found(true, text, "cafe\u0301")).isTrue();
  }
}
