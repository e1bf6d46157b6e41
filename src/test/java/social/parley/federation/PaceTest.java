package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace(50);

  @Test
  void aFastMachineWritesAllThatItMay() {
    assertThat(pace.together()).isEqualTo(50);
    pace.took(50, Duration.ofMillis(20));
    assertThat(pace.together()).isEqualTo(50);
  }

  @Test
  void aSlowMachineWritesWhatTakesAMoment() {
    for (int i = 0; i < 10; i++) pace.took(50, Duration.ofMillis(500));
    assertThat(pace.together()).isEqualTo(10);
    for (int i = 0; i < 10; i++) pace.took(1, Duration.ofSeconds(3));
    assertThat(pace.together()).isEqualTo(1);
    for (int i = 0; i < 20; i++) pace.took(1, Duration.ofMillis(1));
    assertThat(pace.together()).isEqualTo(50);
  }
}
