package social.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords(new Random(1), Household.CHEAP);

  @Test
  void aHashSaysHowItWasMadeAndMatchesOnlyItsPassword() {
    String hash = passwords.hash("correct horse");
    assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("Correct horse", hash)).isFalse();
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    assertThat(passwords.isOutdated(hash)).isFalse();
    assertThat(new Passwords(new Random(1), PasswordCost.RECOMMENDED).isOutdated(hash)).isTrue();
  }

  /** Made with the reference implementation's command line tool. */
  @Test
  void hashesOfOtherProgramsAreUnderstood() {
    String stored =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertThat(passwords.matches("password", stored)).isTrue();
    assertThat(HexFormat.of().formatHex(PasswordHash.parse(stored).hash()).substring(0, 8))
        .isEqualTo("9dfeb910");
  }
}
