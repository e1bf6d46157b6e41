package social.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallTextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello                                        | 5
          https://example.com/a/very/long/address/here | 23
          x https://a.test y                           | 27
          @ada@a-very-long-domain.example hi           | 7
          @ada hi                                      | 7
          #tag                                         | 4
          👩‍👩‍👧‍👦🇨🇭é                                       | 3
          नमस्ते                                         | 3
          日本語                                         | 3
          """)
  void lengthsAreWhatReadersSee(String text, int length) {
    assertThat(CharacterCount.of(text)).isEqualTo(length);
  }

  @Test
  void lineEndsCountOnce() {
    assertThat(CharacterCount.of("a\r\nb\nc")).isEqualTo(5);
    assertThat(CharacterCount.of("")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Fête, fete", "#FÊTE, fete", "ＡＢＣ, abc", "İstanbul, istanbul", "Łódź, lodz", "Straße, straße",
    "ЙОД, йод", "がぎぐ, がぎぐ", "ｶﾞ, ガ", "हिन्दी, हिन्दी", "ΑΆ, αά", "Ｔａｇ_1, tag_1"
  })
  void spellingsOfAHashtag(String written, String normal) {
    assertThat(Hashtag.normalise(written)).isEqualTo(normal);
    assertThat(Hashtag.normalise(normal)).isEqualTo(normal);
  }

  @Test
  void validHashtags() {
    assertThat(Hashtag.isValid("été_2")).isTrue();
    assertThat(Hashtag.isValid("a".repeat(Hashtag.MAX_LENGTH))).isTrue();
    for (String bad : new String[] {"", "12", "a b", "a-b", "#a", "·a", "a".repeat(121)})
      assertThat(Hashtag.isValid(bad)).as(bad).isFalse();
  }

  @Test
  void shortcodes() {
    assertThat(Emoji.shortcodes("hi :blob: :a_1::no:x :cat::dog: 😀:yes:😀 :x: 12:30:45 :blob:"))
        .containsExactly("blob", "a_1", "cat", "dog", "yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <p>one<br>two</p><p>three</p>                   | one↵two↵↵three
          <p>a <b>b</b>↵ c</p>                            | a b c
          <ul><li>a</li><li><p>b</p></li></ul>            | - a↵- b
          <pre>a↵  b</pre>                                | a↵  b
          <div>a</div><div>b</div>                        | a↵b
          <p>&lt;b&gt; &amp;</p>                          | <b> &
          <img alt="a cat"> <script>x</script>            | a cat
          <a><span class=invisible>https://</span>a</a>   | https://a
          <h1>T</h1>x                                     | T↵↵x
          plain & simple                                  | plain & simple
          """)
  void htmlAsPlainText(String html, String text) {
    assertThat(PlainText.of(html.replace('↵', '\n'))).isEqualTo(text.replace('↵', '\n'));
  }

  @Test
  void aLineIsCutBetweenCharacters() {
    assertThat(PlainText.line("<p>one</p><p>two</p>", 20)).isEqualTo("one two");
    assertThat(PlainText.line("<p>😀😀😀 😀</p>", 4)).isEqualTo("😀😀😀…");
  }
}
