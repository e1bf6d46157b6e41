package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import social.parley.jsonld.Json;
import social.parley.jsonld.JsonLd;

class RoundTripProperties {
  @Provide
  Arbitrary<Thing> things() {
    return Generators.things();
  }

  @Property(tries = 500)
  void whatIsWrittenIsReadAgain(@ForAll("things") Thing thing) {
    Thing again = ActivityReader.read(ActivityWriter.bytes(thing));
    assertThat(Meaning.of(again)).isEqualTo(Meaning.of(thing));
  }

  @Property(tries = 200)
  void writingWhatWasReadChangesNothing(@ForAll("things") Thing thing) {
    byte[] once = ActivityWriter.bytes(thing);
    byte[] twice = ActivityWriter.bytes(ActivityReader.read(once));
    assertThat(Json.parse(twice)).isEqualTo(Json.parse(once));
  }

  @Property(tries = 300)
  void whatIsWrittenKeepsTheRules(@ForAll("things") Thing thing) {
    WireRules.check(ActivityWriter.write(thing));
  }

  /** Servers that process JSON-LD in full lose every term that the context does not define. */
  @Property(tries = 100)
  void aJsonLdProcessorLosesNothing(@ForAll("things") Thing thing) {
    var written = ActivityWriter.write(thing);
    var processed = JsonLd.compact(written);
    assertThat(WireRules.names(processed)).containsAll(WireRules.names(written));
  }
}
