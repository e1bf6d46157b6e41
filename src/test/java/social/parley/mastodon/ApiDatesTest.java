package social.parley.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.trials.Chance;
import social.parley.trials.Trials;

class ApiDatesTest {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T09:05:07Z, 2026-03-01T09:05:07.000Z",
    "2024-02-29T23:59:59.999999999Z, 2024-02-29T23:59:59.999Z",
    "1969-12-31T23:59:59.010Z, 1969-12-31T23:59:59.010Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
    "-0001-12-31T00:00:00.1Z, -0001-12-31T00:00:00.100Z",
    "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00.000Z"
  })
  void datesHaveThreeDigitsOfMilliseconds(Instant time, String text) {
    assertThat(ApiDates.of(time)).isEqualTo(text);
  }

  @Test
  void datesAreWrittenAsTheFormatterWouldWriteThem() {
    Trials.run(
        20_000,
        chance -> {
          Instant time = time(chance);
          assertThat(ApiDates.of(time)).isEqualTo(FORMAT.format(time));
        });
  }

  private static Instant time(Chance chance) {
    int year = chance.flip() ? chance.number(-20_000, 20_000) : chance.number(1_900, 2_100);
    Instant first = LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    Instant near =
        first.plusSeconds(chance.number(-100_000_000, 100_000_000)).plusNanos(nanos(chance));
    Instant anywhere =
        Instant.ofEpochSecond(
            chance.number(
                LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC),
                LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC)),
            nanos(chance));
    return chance.number(0, 3) == 0 ? anywhere : near;
  }

  private static int nanos(Chance chance) {
    return chance.number(0, 999_999_999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
  void yearsThatNoCalendarHasAreRefusedAsTheFormatterDoes(Instant time) {
    assertThatThrownBy(() -> FORMAT.format(time)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> ApiDates.of(time)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void daysAreMidnight() {
    assertThat(ApiDates.day(Instant.parse("2026-03-01T09:05:07Z")))
        .isEqualTo("2026-03-01T00:00:00.000Z");
  }
}
