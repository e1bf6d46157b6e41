package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-02-03T04:05:06Z, 2026-02-03T04:05:06Z",
    "2026-02-03T04:05:06.789Z, 2026-02-03T04:05:06.789Z",
    "2026-02-03T04:05:06.123456+00:00, 2026-02-03T04:05:06.123456Z",
    "2026-02-03T05:05:06+01:00, 2026-02-03T04:05:06Z",
    "2026-02-03T04:05:06+0000, 2026-02-03T04:05:06Z",
    "2026-02-03T04:05:06-05, 2026-02-03T09:05:06Z",
    "2026-02-03T04:05:06, 2026-02-03T04:05:06Z",
    "2026-02-03 04:05:06, 2026-02-03T04:05:06Z",
    "2026-02-03T04:05Z, 2026-02-03T04:05:00Z",
    "2026-02-03t04:05:06z, 2026-02-03T04:05:06Z",
    "2026-02-03, 2026-02-03T00:00:00Z"
  })
  void readsDatesAsTheyAreWritten(String text, Instant expected) {
    assertThat(Times.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-30T00:00:00Z",
        "1234567890",
        "+12026-01-01T00:00:00Z",
        "2026-02-03T25:00:00Z",
        "-0500-01-01T00:00:00Z",
        "Tue, 03 Feb 2026 04:05:06 GMT"
      })
  void takesWhatIsNoDateForNone(String text) {
    assertThat(Times.parse(text)).isNull();
  }
}
