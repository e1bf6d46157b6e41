package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import social.parley.jsonld.Json;
import social.parley.jsonld.JsonLd;
import social.parley.trials.Trials;

class RoundTripTest {
  private static void forThings(int count, Consumer<Thing> property) {
    Trials.run(count, chance -> property.accept(new Generators(chance).thing()));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    forThings(
        500,
        thing -> {
          Thing again = ActivityReader.read(ActivityWriter.bytes(thing));
          assertThat(Meaning.of(again)).isEqualTo(Meaning.of(thing));
        });
  }

  @Test
  void writingWhatWasReadChangesNothing() {
    forThings(
        200,
        thing -> {
          byte[] once = ActivityWriter.bytes(thing);
          byte[] twice = ActivityWriter.bytes(ActivityReader.read(once));
          assertThat(Json.parse(twice)).isEqualTo(Json.parse(once));
        });
  }

  @Test
  void whatIsWrittenKeepsTheRules() {
    forThings(300, thing -> WireRules.check(ActivityWriter.write(thing)));
  }

  /** Servers that process JSON-LD in full lose every term that the context does not define. */
  @Test
  void aJsonLdProcessorLosesNothing() {
    forThings(
        100,
        thing -> {
          var written = ActivityWriter.write(thing);
          var processed = JsonLd.compact(written);
          assertThat(WireRules.names(processed)).containsAll(WireRules.names(written));
        });
  }
}
