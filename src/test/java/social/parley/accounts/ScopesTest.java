package social.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {
  private static Scopes scopes(String text) {
    return Scopes.parse(text).orElseThrow();
  }

  @Test
  void aWideScopeCoversItsParts() {
    assertThat(scopes("read").covers("read:accounts")).isTrue();
    assertThat(scopes("read").covers("write:accounts")).isFalse();
    assertThat(scopes("read:accounts").covers("read")).isFalse();
    assertThat(scopes("read").covers("profile")).isFalse();
    assertThat(scopes("admin:read").covers("admin:read:reports")).isTrue();
    assertThat(scopes("read write").covers("admin:read")).isFalse();
    assertThat(scopes("follow").covers("write:mutes")).isTrue();
    assertThat(scopes("follow").covers("write:statuses")).isFalse();
    assertThat(scopes("read write").coversAll(List.of("read:lists", "write"))).isTrue();
  }

  @Test
  void listsAreReadLeniently() {
    assertThat(scopes("")).isEqualTo(Scopes.DEFAULT);
    assertThat(scopes(" read  write read ")).hasToString("read write");
    assertThat(scopes("read+follow")).hasToString("read follow");
    assertThat(Scopes.parse("write:nonsense")).isEmpty();
  }
}
