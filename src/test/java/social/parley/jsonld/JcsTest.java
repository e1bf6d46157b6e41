package social.parley.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.fixtures.Fixtures;

class JcsTest {
  @ParameterizedTest
  @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
  void followsTheVectorsOfRfc8785(String name) {
    byte[] input = Fixtures.bytes("signatures/jcs-" + name + "-input.json");
    byte[] output = Fixtures.bytes("signatures/jcs-" + name + "-output.json");
    assertThat(new String(Jcs.canonicalise(Json.parse(input)), StandardCharsets.UTF_8))
        .isEqualTo(new String(output, StandardCharsets.UTF_8).strip());
  }

  /** RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555556, 333333333.3333334",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void writesNumbersAsEcmaScriptDoes(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(Jcs.number(value)).isEqualTo(expected);
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatThrownBy(() -> Jcs.canonicalise(Json.parse("\"\\ud83d\"")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void ordersMembersAndDropsBlanks() {
    byte[] canonical = Jcs.canonicalise(Json.parse("{ \"b\": [1.0, {}], \"a\": null }"));
    assertThat(canonical).asString(StandardCharsets.UTF_8).isEqualTo("{\"a\":null,\"b\":[1,{}]}");
  }
}
