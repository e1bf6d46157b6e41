package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for captions, and in which form it is passed on. */
class WebVttTest {
  @TempDir Path folder;

  private String converted(byte[] content) throws Exception {
    Path to = folder.resolve("to.vtt");
    WebVtt.convert(Files.write(folder.resolve("from"), content), to);
    return Files.readString(to);
  }

  private String converted(String content) throws Exception {
    return converted(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void captionsStayAsTheyAre() throws Exception {
    String plain = "WEBVTT - of a walk\n\n00:01.000 --> 00:02.000\nHello\n";
    assertThat(converted(plain).strip()).isEqualTo(plain.strip());
    assertThat(converted("\ufeff" + plain.replace("\n", "\r\n")).strip()).isEqualTo(plain.strip());
  }

  @Test
  void styleSheetsAreLeftOut() throws Exception {
    assertThat(
            converted(
                "WEBVTT\n\nSTYLE\n::cue { background: url(https://spy.example/) }\n\n"
                    + "STYLE \t\n::cue { background: url(https://spy.example/2) }\n\n"
                    + "00:01.000 --> 00:02.000\nSTYLE is a word\n"))
        .doesNotContain("spy.example")
        .contains("STYLE is a word");
  }

  @Test
  void subRipBecomesWebVtt() throws Exception {
    assertThat(
            converted(
                "1\r\n00:00:01,000 --> 00:00:02,500\r\nAt 10:00:00,5, they say\r\n\r\n"
                    + "2\r\n00:00:03,000 --> 00:00:04,000\r\nGood bye\r\n"))
        .isEqualTo(
            "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nAt 10:00:00,5, they say\n\n"
                + "2\n00:00:03.000 --> 00:00:04.000\nGood bye\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "<html><script>alert(1)</script></html>",
        "WEBVTTX\n\n00:01.000 --> 00:02.000\nHello",
        "{\"captions\": []}",
        "Some words --> others",
      })
  void whatIsNoneIsRefused(String content) {
    assertThatThrownBy(() -> converted(content)).isInstanceOf(Unusable.class);
  }

  @Test
  void neitherIsWhatIsNoTextOrTooLong() {
    assertThatThrownBy(() -> converted(new byte[] {'W', (byte) 0xff, (byte) 0xfe}))
        .isInstanceOf(Unusable.class);
    assertThatThrownBy(() -> converted("WEBVTT\n\n" + "x".repeat((int) WebVtt.MAX_BYTES)))
        .isInstanceOf(Unusable.class);
  }
}
