package social.parley.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "{'a':1}",
        "{\"a\":NaN}",
        "[1,]",
        "// x\n{}"
      })
  void refusesWhatIsNotOneJsonValue(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void refusesBrokenUtf8() {
    assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xff, '"'}))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void holdsDocumentsToTheirLimits() {
    String deep = "[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1);
    String wide = "\"" + "x".repeat(Json.MAX_BYTES) + "\"";
    String number = "1".repeat(200);
    assertThatThrownBy(() -> Json.parse(deep)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Json.parse(wide)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Json.parse(number)).isInstanceOf(Malformed.class);
  }

  @Test
  void writesMembersInTheOrderTheyStand() {
    String text = "{\"b\":1,\"a\":[true,null,\"ü\"]}";
    assertThat(Json.write(Json.parse(text))).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }
}
