package social.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnicodeEmojiTest {
  @Test
  void emojiGetTheirFullSpelling() {
    assertThat(UnicodeEmoji.of("❤")).contains("❤\uFE0F");
    assertThat(UnicodeEmoji.of("❤\uFE0F")).contains("❤\uFE0F");
    assertThat(UnicodeEmoji.of("😀")).contains("😀");
    assertThat(UnicodeEmoji.of("👍🏽")).contains("👍🏽");
    assertThat(UnicodeEmoji.of("✌🏽")).contains("✌🏽");
    assertThat(UnicodeEmoji.of("1\u20E3")).contains("1\uFE0F\u20E3");
    assertThat(UnicodeEmoji.of("🇩🇪")).contains("🇩🇪");
    assertThat(UnicodeEmoji.of("❤\u200D🔥")).contains("❤\uFE0F\u200D🔥");
    assertThat(UnicodeEmoji.of("🏴󠁧󠁢󠁥󠁮󠁧󠁿")).isPresent();
  }

  @Test
  void everythingElseIsNone() {
    for (String text : new String[] {"", "a", "1", "#", "😀😀", "😀 ", "ok", "é", "日", "\u200D"})
      assertThat(UnicodeEmoji.of(text)).as(text).isEmpty();
  }
}
