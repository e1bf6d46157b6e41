package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ObjectNode;

class ActivityWriterTest {
  private static final Iri IDA = new Iri("https://parley.test/users/ida");
  private static final Iri OTTO = new Iri("https://pond.test/users/otto");

  @Test
  void anythingWordForWord() {
    ObjectNode foreign = (ObjectNode) Json.parse("{\"type\":\"Page\",\"odd\":[1,null]}");
    var announce =
        new Activity.Announce(
            Envelope.of(new Iri("https://parley.test/a/1"), IDA, Audience.NONE),
            Ref.of(Unknown.verbatim(foreign)));
    assertThat(ActivityWriter.write(announce).get("object")).isEqualTo(foreign);
  }

  @Test
  void noHiddenRecipients() {
    Audience hidden = new Audience(List.of(OTTO), List.of(), List.of(IDA), List.of(IDA), List.of());
    var note = ObjectDocument.of(ObjectKind.NOTE, null).audience(hidden).build();
    assertThat(ActivityWriter.write(note).propertyNames()).doesNotContain("bto", "bcc");
  }
}
