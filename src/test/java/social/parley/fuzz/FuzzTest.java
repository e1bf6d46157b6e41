package social.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A little of what {@code ./dev fuzz} does for minutes, always the same. */
class FuzzTest {
  private static final int TRIES = 1500;

  static Stream<Target> targets() throws Exception {
    return Targets.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void damagedInputIsReadOrRefused(Target target) throws Exception {
    AtomicInteger left = new AtomicInteger(TRIES);
    var harm = new Trial(target, new Random(20260301)).run(() -> left.decrementAndGet() >= 0);
    assertThat(harm.map(FuzzTest::told)).isEmpty();
  }

  private static String told(Trial.Harm harm) {
    String input = new String(harm.input(), StandardCharsets.ISO_8859_1);
    String shown = input.replaceAll("[^ -~]", "?");
    Throwable thrown = harm.thrown();
    String where = thrown == null ? "" : thrown + " at " + List.of(thrown.getStackTrace());
    return harm.what() + " " + where.substring(0, Math.min(where.length(), 1500)) + ": " + shown;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void samplesAreUnderstood(Target target) throws Exception {
    for (byte[] sample : target.samples()) target.reading().read(sample);
  }

  @Test
  void harmIsNoticed() throws Exception {
    Target throwing =
        new Target(
            "throws",
            List.of(new byte[] {'a'}),
            _ -> {
              throw new IllegalStateException("harm");
            });
    assertThat(new Trial(throwing, new Random(1)).run(() -> true).orElseThrow().thrown())
        .hasMessage("harm");
    Target greedy = new Target("greedy", List.of(new byte[1]), _ -> taken = new byte[300 << 20]);
    assertThat(new Trial(greedy, new Random(1)).run(() -> true).orElseThrow().what())
        .startsWith("takes 300");
    taken = null;
  }

  private static volatile byte[] taken;
}
