package social.parley.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How messages are put together, and who gets which language. */
class WordsTest {
  @Test
  void pluralsFollowTheirLanguageAndNumbersItsDigits() {
    String arabic = "{0, plural, zero {z #} one {o #} two {t #} few {f #} many {m #} other {x #}}";
    Message message = Message.read(arabic, new Numbers(new ULocale("ar-EG")));
    assertThat(message.format(0)).isEqualTo("z ٠");
    assertThat(message.format(1L)).isEqualTo("o ١");
    assertThat(message.format(2)).isEqualTo("t ٢");
    assertThat(message.format(5)).isEqualTo("f ٥");
    assertThat(message.format(11)).isEqualTo("m ١١");
    assertThat(message.format(100)).isEqualTo("x ١٠٠");
  }

  @Test
  void exactNumbersSelectionsAndApostrophesAreReadAsIcuReadsThem() {
    Numbers english = new Numbers(ULocale.ENGLISH);
    Message counted =
        Message.read("{0, plural, =0 {nobody''s} one {# of {1}} other {# of {1}}}", english);
    assertThat(counted.format(0, "us")).isEqualTo("nobody's");
    assertThat(counted.format(1234, "us")).isEqualTo("1,234 of us");
    Message chosen = Message.read("It's {0, select, true {on} other {off}}", english);
    assertThat(chosen.format(true)).isEqualTo("It's on");
    assertThat(chosen.format(false)).isEqualTo("It's off");
  }

  @Test
  void whatIsPutIntoASentenceFromRightToLeftDoesNotTurnItAround() {
    Message one = Message.read("{0}, {1}", new Numbers(new ULocale("ar")));
    String two = one.format("Tom", "Ada");
    assertThat(two).isEqualTo("\u2068Tom\u2069, \u2068Ada\u2069");
    assertThat(one.format(two, "Bo")).isEqualTo("\u2067" + two + "\u2069, \u2068Bo\u2069");
    Message english = Message.read("{0}, {1}", new Numbers(ULocale.ENGLISH));
    assertThat(english.format("Tom", "Ada")).isEqualTo("Tom, Ada");
  }

  @Test
  void numbersAreShortAsListsShowThem() {
    Numbers english = new Numbers(ULocale.ENGLISH);
    assertThat(english.brief(950)).isEqualTo("950");
    assertThat(english.brief(1290)).isEqualTo("1.2K");
    assertThat(english.brief(34_999)).isEqualTo("34K");
    assertThat(english.brief(5_690_000)).isEqualTo("5.6M");
  }

  @Test
  void datesAreWrittenAsTheLanguageWritesThem() {
    Instant time = Instant.parse("2026-09-05T07:03:00Z");
    Dates english = Dictionary.english().dates();
    assertThat(english.day(time)).isEqualTo("5 September 2026");
    assertThat(english.time(time)).isEqualTo("07:03");
    assertThat(english.brief(time)).isEqualTo("5 Sep");
    assertThat(new Dates(new ULocale("es"), '0').day(time)).isEqualTo("5 de septiembre de 2026");
    assertThat(new Dates(new ULocale("ja"), '0').day(time)).isEqualTo("2026年9月5日");
  }

  @Test
  void aBrowserGetsTheFirstOfItsLanguagesThatThereIs() {
    assertThat(Dictionary.accepted("tlh, en-GB;q=0.5").orElseThrow().tag()).isEqualTo("en");
    assertThat(Dictionary.accepted("tlh")).isEmpty();
    assertThat(Dictionary.accepted("*")).isEmpty();
    assertThat(Dictionary.accepted(null)).isEmpty();
    assertThat(Dictionary.accepted("en;q=x,,;;")).isEmpty();
    assertThat(Dictionary.accepted("en".repeat(1000))).isEmpty();
  }

  @Test
  void refusalsAreFoundBySentenceAndKeepTheirNumbers() {
    Words english = Dictionary.english();
    assertThat(Refusals.find("is too long (maximum is 30 characters)").orElseThrow().given())
        .containsExactly(30L);
    assertThat(english.refusal("has already been taken")).isEqualTo("has already been taken");
    assertThat(english.refusal("of an unknown kind")).isEqualTo("of an unknown kind");
  }

  @Test
  void refusalsThatBeginAlikeAreKeptApart() {
    Words german = Dictionary.of("de");
    assertThat(german.refusal("is too long (maximum is 30 characters)"))
        .isEqualTo("ist zu lang (höchstens 30 Zeichen)");
    assertThat(german.refusal("is too long (maximum is 10)"))
        .isEqualTo("hat zu viele Einträge (höchstens 10)");
  }

  @Test
  void aRefusalsNumberChoosesThePluralOfItsLanguage() {
    Words arabic = Dictionary.of("ar");
    assertThat(arabic.refusal("is too short (minimum is 8 characters)")).contains("8 أحرف");
    assertThat(arabic.refusal("is too long (maximum is 30 characters)")).contains("30 حرفًا");
  }

  @Test
  void aCrowdIsNotAddressedAsOnePersonInJapanese() {
    Words japanese = Dictionary.of("ja");
    assertThat(japanese.message("notification.follow", "Ada", 1)).isEqualTo("Adaさんにフォローされました");
    assertThat(japanese.message("notification.follow", "Adaさんほか3人", 4))
        .isEqualTo("Adaさんほか3人にフォローされました");
  }

  @Test
  void whatIsSaidIsSaidInTheLanguageThatIsBound() {
    assertThat(Words.now()).isSameAs(Dictionary.english());
    assertThat(Words.say("no such key")).isEqualTo("no such key");
  }
}
