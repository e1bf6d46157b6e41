package social.parley.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

  @Test
  void idsOfNowIncrease() {
    assertThat(LongStream.generate(ids::next).limit(100_000)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whatHappenedElsewhereInOneSecondHasDifferentIds() {
    Instant second = NOW.minusSeconds(60);
    assertThat(LongStream.generate(() -> ids.at(second)).limit(60_000)).doesNotHaveDuplicates();
  }

  @Test
  void timesOutsideOfWhatAnIdCanTellAreClamped() {
    assertThat(Ids.timeOf(ids.at(Instant.MIN))).isEqualTo(Instant.EPOCH);
    assertThat(Ids.timeOf(ids.at(Instant.MAX))).isEqualTo(NOW);
    assertThat(Ids.timeOf(ids.at(Instant.EPOCH.minusMillis(1)))).isEqualTo(Instant.EPOCH);
    assertThat(Ids.floor(Instant.MIN)).isZero();
    assertThat(Ids.floor(Instant.MAX)).isGreaterThan(ids.next());
  }

  @Test
  void anIdTellsItsTimeButNeverALaterOneThanNow() {
    assertThat(Ids.timeOf(ids.next())).isEqualTo(NOW);
    assertThat(Ids.timeOf(ids.at(NOW.minusSeconds(60)))).isEqualTo(NOW.minusSeconds(60));
    assertThat(Ids.timeOf(ids.at(NOW.plusSeconds(60)))).isEqualTo(NOW);
  }
}
