package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import social.parley.accounts.Scopes;
import social.parley.words.Dictionary;

/** What an app may do, as people read it. */
class PermissionTest {
  private static String line(String language, String scopes) {
    StringBuilder line = new StringBuilder();
    Dictionary.of(language)
        .during(() -> line.append(Permission.line(Scopes.parse(scopes).orElseThrow())));
    return line.toString();
  }

  @Test
  void scopesAreWordsAndNoNames() {
    assertThat(line("en", "read write push")).isEqualTo("read, change, send you push messages");
    assertThat(line("en", "read:accounts read:lists")).isEqualTo("read (accounts, lists)");
    assertThat(line("es", "read write:statuses")).isEqualTo("leer, cambiar (publicaciones)");
    assertThat(line("ja", "read:accounts read:lists")).isEqualTo("読み取り（アカウント、リスト）");
  }
}
