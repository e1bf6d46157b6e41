package social.parley.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** All settings of a running server; {@link Setting} lists their names and defaults. */
public record Settings(
    Iri url,
    String handleDomain,
    List<String> hosts,
    Listen listen,
    Path data,
    StorageSettings database,
    @Nullable TlsFiles tls,
    FederationSettings federation,
    Registration registration,
    boolean rateLimits,
    List<AddressRange> trustedProxies,
    List<AddressRange> metricsAllow,
    Limits limits,
    @Nullable Smtp smtp,
    About about,
    @Nullable TranslationSettings translation,
    boolean reviewTrends,
    Level logLevel) {
  private static final Set<String> OF_SCRIPTS =
      Set.of("PARLEY_HEAP", "PARLEY_JAVA_OPTS", "PARLEY_FIXTURES");

  /**
   * Reads the settings: the environment wins over the file, the file over the defaults.
   *
   * @throws InvalidSetting when a value or the file makes no sense
   */
  public static Settings load(@Nullable Path toml, Map<String, String> environment) {
    return new SettingsReader(toml, environment).read();
  }

  /** Every setting with its value as written, even where that makes no sense. */
  public static List<GivenSetting> given(@Nullable Path toml, Map<String, String> environment) {
    return new SettingsReader(toml, environment).given();
  }

  /** Variables that look like settings but are none, perhaps by a slip of the finger. */
  public static List<String> unknownVariables(Map<String, String> environment) {
    Set<String> known = new HashSet<>(OF_SCRIPTS);
    for (Setting setting : Setting.values()) known.add(setting.environment());
    return environment.keySet().stream()
        .filter(name -> name.startsWith("PARLEY_") && !known.contains(name))
        .sorted()
        .toList();
  }

  /** Host of the public address, with its port where that is not the usual one. */
  public String authority() {
    return url.origin().substring(url.origin().indexOf("://") + 3);
  }

  /** Whether people reach this server by https. */
  public boolean https() {
    return url.value().startsWith("https:");
  }

  /** The absolute address of a path that starts with a slash. */
  public Iri at(String path) {
    return new Iri(url.value() + path);
  }
}
