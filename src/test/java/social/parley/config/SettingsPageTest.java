package social.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/settings.md true; {@code -Dparley.write=true} writes it anew. */
class SettingsPageTest {
  private static final Path PAGE = Path.of("docs/settings.md");

  @Test
  void thePageListsEverySetting() throws IOException {
    String page = page();
    if (Boolean.getBoolean("parley.write")) Files.writeString(PAGE, page);
    assertThat(PAGE).hasContent(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings

            Every setting has a default that works. A value in the environment wins over one in `parley.toml`; in the file
            a dot stands for a table (`[smtp]` with `host`), and a list may be a TOML array. A test keeps this page equal to
            what the program knows.

            | key in `parley.toml` | environment | default | means |
            |---|---|---|---|
            """);
    for (Setting setting : Setting.values()) {
      String fallback = setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
      page.append("| `%s` | `%s` |".formatted(setting.key(), setting.environment()))
          .append(fallback.isEmpty() ? " |" : " " + fallback + " |")
          .append(" " + setting.description() + " |\n");
    }
    return page.append(
            """

            The `./parley` script itself reads `PARLEY_HEAP` (heap size, `256m`) and `PARLEY_JAVA_OPTS` (further options for the
            virtual machine).
            """)
        .toString();
  }
}
