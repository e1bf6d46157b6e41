package social.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ietf:wg:oauth:2.0:oob",
        "https://app.example/cb?x=1",
        "http://localhost:4000/cb",
        "tusky-check://callback",
        "icecubesapp://",
        "com.tapbots.Ivory.12345:/request_token",
        "org.joinmastodon.android-auth://callback"
      })
  void programsMayNameTheseAddresses(String uri) {
    assertThat(RedirectUris.areValid(List.of(uri))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/relative",
        "not",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "https:///no-host",
        "https://app.example/#fragment"
      })
  void butNotThese(String uri) {
    assertThat(RedirectUris.areValid(List.of(uri))).isFalse();
  }

  @Test
  void severalMayComeInOneText() {
    assertThat(RedirectUris.split(List.of("a:b\nc:d", " e:f ")))
        .containsExactly("a:b", "c:d", "e:f");
  }
}
