package social.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import social.parley.core.Refused;

class SignUpFormTest {
  @Test
  void aVeryLongNameIsTooLongAndNoBurden() {
    String name = "a.".repeat(100_000) + "a";
    assertThat(new SignUpForm().username(name).problems())
        .extracting(Refused.Problem::code)
        .containsExactly("ERR_TOO_LONG");
  }
}
