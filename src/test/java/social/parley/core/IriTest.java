package social.parley.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IriTest {
  @Test
  void withoutItsFragmentAnIriIsStillOne() {
    assertThat(Iri.parse("x:#y")).isEmpty();
    for (String text : new String[] {"x:y#z", "http://#", "https://one.example/a#b#c", "urn:x"})
      assertThat(Iri.parse(text).orElseThrow().withoutFragment().value()).doesNotContain("#");
  }
}
