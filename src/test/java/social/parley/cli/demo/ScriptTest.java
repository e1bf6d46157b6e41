package social.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final Instant END = Instant.parse("2026-11-22T20:00:00Z");
  private final Script script = Script.read(12, END);

  @Test
  void thirtySixPeopleHaveMuchToSay() {
    assertThat(script.cast()).hasSize(36);
    List<Line> lines = lines();
    assertThat(lines.stream().filter(line -> line.parent() == null)).hasSizeGreaterThan(55);
    assertThat(lines.stream().filter(line -> line.parent() != null)).hasSizeGreaterThan(40);
    assertThat(lines).extracting(line -> line.said().text()).doesNotHaveDuplicates();
    assertThat(lines)
        .filteredOn(line -> line.said().picture() != null)
        .allSatisfy(line -> assertThat(line.said().picture().alt()).isNotBlank());
  }

  @Test
  void everybodyNamedExistsAndSpeaks() {
    Set<Name> speakers = new HashSet<>();
    for (Line line : lines()) {
      speakers.add(line.by());
      var named = Performance.NAMED.matcher(line.said().text());
      while (named.find())
        assertThat(script.cast()).contains(Name.parse(named.group(1), line.by().place()));
    }
    assertThat(speakers).isEqualTo(script.cast());
  }

  @Test
  void nothingHappensBeforeItsCauseOrAfterTheEnd() {
    Set<Line> said = new HashSet<>();
    for (Event event : script.events()) {
      assertThat(event.at()).isBetween(script.start(), END);
      switch (event) {
        case Event.Speaks speaks -> {
          if (speaks.line().parent() != null) assertThat(said).contains(speaks.line().parent());
          said.add(speaks.line());
        }
        case Event.Favourites likes -> assertThat(said).contains(likes.line());
        case Event.Boosts boosts -> assertThat(said).contains(boosts.line());
        case Event.Votes votes -> assertThat(said).contains(votes.line());
      }
    }
  }

  @Test
  void theStoryIsTheSameEveryTime() {
    assertThat(Script.read(12, END).events()).isEqualTo(script.events());
  }

  private List<Line> lines() {
    return script.events().stream()
        .filter(Event.Speaks.class::isInstance)
        .map(event -> ((Event.Speaks) event).line())
        .toList();
  }
}
