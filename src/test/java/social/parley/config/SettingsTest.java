package social.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void defaultsMakeAServerOnThisMachine() {
    Settings settings = Settings.load(null, Map.of());
    assertThat(settings.url().value()).isEqualTo("http://localhost:8080");
    assertThat(settings.handleDomain()).isEqualTo("localhost:8080");
    assertThat(settings.listen()).isEqualTo(new Listen("127.0.0.1", 8080));
    assertThat(settings.database().postgresql()).isNull();
    assertThat(settings.database().sqliteFile()).isEqualTo(Path.of("./data/parley.db"));
    assertThat(settings.registration()).isEqualTo(Registration.APPROVAL);
    assertThat(settings.rateLimits()).isTrue();
    assertThat(settings.tls()).isNull();
    assertThat(settings.smtp()).isNull();
    assertThat(settings.federation().allow()).isEmpty();
    assertThat(settings.at("/about").value()).isEqualTo("http://localhost:8080/about");
  }

  @Test
  void everySettingHasItsOwnNamesAndAnExplanation() {
    assertThat(Setting.values()).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(Setting.values()).extracting(Setting::environment).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Setting.values()).map(Setting::description))
        .allMatch(text -> text.length() > 10 && !text.contains("\n"));
    assertThat(Setting.FEDERATION_ALLOW.environment()).isEqualTo("PARLEY_FEDERATION_ALLOW");
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    Path file =
        write(
            """
            url = "https://social.example"
            handle_domain = "example"
            registration = "open"
            rate_limits = false
            hosts = ["a.example", "B.example"]
            [about]
            name = "Oak, Elm & Fir"
            rules = ["Be kind, always.", "No spam."]
            [limits]
            post_characters = 1000
            [smtp]
            host = "mail.example"
            """);
    Settings settings = Settings.load(file, Map.of("PARLEY_REGISTRATION", "closed"));
    assertThat(settings.https()).isTrue();
    assertThat(settings.handleDomain()).isEqualTo("example");
    assertThat(settings.registration()).isEqualTo(Registration.CLOSED);
    assertThat(settings.rateLimits()).isFalse();
    assertThat(settings.hosts()).containsExactly("a.example", "b.example");
    assertThat(settings.about().name()).isEqualTo("Oak, Elm & Fir");
    assertThat(settings.about().rules()).containsExactly("Be kind, always.", "No spam.");
    assertThat(settings.limits().postCharacters()).isEqualTo(1000);
    assertThat(settings.smtp()).isNotNull();
    assertThat(settings.smtp().from()).isEqualTo("parley@example");
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_URL, ftp://example.org",
    "PARLEY_URL, https://example.org/path",
    "PARLEY_URL, https://Example.org",
    "PARLEY_URL, example.org",
    "PARLEY_HANDLE_DOMAIN, two words",
    "PARLEY_HOSTS, ü\ud800.example",
    "PARLEY_LISTEN, 8080",
    "PARLEY_LISTEN, 127.0.0.1:99999",
    "PARLEY_DATABASE, mysql://host/db",
    "PARLEY_TLS_CERT, only.pem",
    "PARLEY_FEDERATION_ALLOW, 10.0.0.0/33",
    "PARLEY_TRUSTED_PROXIES, proxy.example",
    "PARLEY_REGISTRATION, maybe",
    "PARLEY_RATE_LIMITS, sometimes",
    "PARLEY_LIMITS_UPLOAD_BYTES, many",
    "PARLEY_ABOUT_COLOR, red",
    "PARLEY_LOG_LEVEL, loud",
  })
  void aValueThatMakesNoSenseIsNamed(String variable, String value) {
    assertThatThrownBy(() -> Settings.load(null, Map.of(variable, value)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(variable);
  }

  @Test
  void aMistypedKeyInTheFileIsAnError() throws IOException {
    Path file = write("regsitration = \"open\"\n");
    assertThatThrownBy(() -> Settings.load(file, Map.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("regsitration");
    assertThatThrownBy(() -> Settings.load(folder.resolve("none.toml"), Map.of()))
        .isInstanceOf(InvalidSetting.class);
  }

  @Test
  void mistypedVariablesAreFound() {
    assertThat(
            Settings.unknownVariables(
                Map.of("PARLEY_URL", "x", "PARLEY_HEAP", "1g", "PARLEY_ULR", "x", "PATH", "x")))
        .containsExactly("PARLEY_ULR");
  }

  @Test
  void secretsStayOutOfTexts() {
    Settings settings =
        Settings.load(
            null,
            Map.of(
                "PARLEY_DATABASE", "postgresql://me:hush@db/parley",
                "PARLEY_SMTP_HOST", "mail.example",
                "PARLEY_SMTP_PASSWORD", "hush"));
    assertThat(settings.toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.4.0/22, 192.168.7.255, true",
    "192.168.4.0/22, 192.168.8.0, false",
    "127.0.0.1, 127.0.0.1, true",
    "0.0.0.0/0, 203.0.113.7, true",
    "fd00::/8, fd12::1, true",
    "fd00::/8, fe80::1, false",
    "::1/128, 127.0.0.1, false",
  })
  void rangesHoldTheirAddresses(String range, String address, boolean holds) {
    assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address))).isEqualTo(holds);
  }

  private Path write(String toml) throws IOException {
    return Files.writeString(folder.resolve("parley.toml"), toml);
  }
}
