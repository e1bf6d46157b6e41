package social.parley.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static List<String> picked(long seed) {
    List<String> picked = new ArrayList<>();
    Trials.run(seed, 50, chance -> picked.add(chance.text() + chance.number(0, 1000)));
    return picked;
  }

  @Test
  void theSameSeedPicksTheSame() {
    assertThat(picked(7)).hasSize(50).isEqualTo(picked(7)).isNotEqualTo(picked(8));
    assertThat(picked(7)).doesNotHaveDuplicates();
  }

  @Test
  void aFailureSaysHowToRepeatIt() {
    List<Integer> tried = new ArrayList<>();
    assertThatThrownBy(() ->
            Trials.run(
                42,
                1000,
                chance -> {
                  int number = chance.number(1, 100);
                  tried.add(number);
                  assertThat(number).isLessThan(90);
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("trial " + tried.size() + " of 1000 with -Dtrials.seed=42: ")
        .hasRootCauseInstanceOf(AssertionError.class);
    assertThat(tried.getLast()).isGreaterThanOrEqualTo(90);
  }

  @Test
  void whatIsThrownFailsToo() {
    assertThatThrownBy(() ->
            Trials.run(
                1,
                9,
                chance -> {
                  throw new IllegalStateException("broken");
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("trial 1 of 9")
        .hasRootCauseMessage("broken");
  }

  @Test
  void theEndsOfRangesCome() {
    Set<Long> numbers = new HashSet<>();
    Set<Integer> lengths = new HashSet<>();
    Set<String> found = new HashSet<>();
    Trials.run(
        3,
        1000,
        chance -> {
          numbers.add(chance.number(Long.MIN_VALUE, Long.MAX_VALUE));
          numbers.add(chance.number(5L, Long.MAX_VALUE));
          assertThat(chance.number(-3, 3)).isBetween(-3, 3);
          assertThat(chance.fraction(-1, 1)).isBetween(-1.0, 1.0);
          assertThat(chance.distinct(3, () -> chance.of("a", "b"))).doesNotHaveDuplicates();
          lengths.add(chance.list(1, 4, chance::flip).size());
          found.add(String.valueOf(chance.maybe(() -> chance.text("ab", 2))));
          String text = chance.text(20);
          assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(20);
          if (text.isEmpty()) found.add("nothing at all");
        });
    assertThat(numbers).contains(Long.MIN_VALUE, Long.MAX_VALUE, 5L);
    assertThat(lengths).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(found)
        .containsExactlyInAnyOrder("null", "", "a", "b", "aa", "ab", "ba", "bb", "nothing at all");
  }
}
