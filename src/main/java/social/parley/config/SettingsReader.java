package social.parley.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.parley.core.Handle;
import social.parley.core.Iri;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Turns the texts of the environment and the TOML file into {@link Settings}. */
final class SettingsReader {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private final Map<String, List<String>> file = new HashMap<>();
  private final Map<String, String> environment;

  SettingsReader(@Nullable Path toml, Map<String, String> environment) {
    this.environment = environment;
    if (toml != null) readFile(toml);
  }

  Settings read() {
    Iri url = url();
    String handleDomain = handleDomain(url);
    Path data = Path.of(text(Setting.DATA));
    return new Settings(
        url,
        handleDomain,
        hosts(),
        parse(Setting.LISTEN, Listen::parse, "must be ADDRESS:PORT"),
        data,
        database(data),
        tls(),
        federation(),
        oneOf(Setting.REGISTRATION, Registration.class),
        oneOf(Setting.RATE_LIMITS, Switch.class) == Switch.ON,
        ranges(Setting.TRUSTED_PROXIES),
        ranges(Setting.METRICS_ALLOW),
        limits(),
        smtp(handleDomain),
        about(data),
        translation(),
        oneOf(Setting.TRENDS_REVIEW, Switch.class) == Switch.ON,
        level());
  }

  List<GivenSetting> given() {
    return Stream.of(Setting.values()).map(this::given).toList();
  }

  private GivenSetting given(Setting setting) {
    String inEnvironment = environment.get(setting.environment());
    if (inEnvironment != null)
      return new GivenSetting(setting, inEnvironment, GivenSetting.Source.ENVIRONMENT);
    List<String> inFile = file.get(setting.key());
    if (inFile == null)
      return new GivenSetting(setting, setting.fallback(), GivenSetting.Source.DEFAULT);
    return new GivenSetting(setting, String.join(", ", inFile), GivenSetting.Source.FILE);
  }

  private enum Switch {
    ON,
    OFF
  }

  private enum Mode {
    OPEN,
    ALLOWED
  }

  private enum Severity {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  private Iri url() {
    String given = text(Setting.URL);
    String bare = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    Iri url = parse(Setting.URL, any -> new Iri(bare), "must be an address with http or https");
    if (!url.isWeb() || !url.origin().equals(bare))
      throw new InvalidSetting(
          Setting.URL, "must be http or https, a lower-case host and a port only if unusual");
    return url;
  }

  private String handleDomain(Iri url) {
    if (text(Setting.HANDLE_DOMAIN).isEmpty()) return url.authority();
    return parse(Setting.HANDLE_DOMAIN, SettingsReader::domain, "must be a domain name");
  }

  private static String domain(String text) {
    return new Handle("parley", Handle.ascii(text)).domain();
  }

  private List<String> hosts() {
    try {
      return words(Setting.HOSTS).stream().map(Handle::ascii).toList();
    } catch (IllegalArgumentException notOne) {
      throw new InvalidSetting(Setting.HOSTS, "must be host names");
    }
  }

  private StorageSettings database(Path data) {
    String given = text(Setting.DATABASE);
    if (given.equals("sqlite")) return new StorageSettings(data, null);
    URI uri = parse(Setting.DATABASE, URI::create, "is not an address");
    if (!List.of("postgresql", "postgres").contains(String.valueOf(uri.getScheme())))
      throw new InvalidSetting(Setting.DATABASE, "must be sqlite or postgresql://...");
    return new StorageSettings(data, given);
  }

  private @Nullable TlsFiles tls() {
    Path certificate = path(Setting.TLS_CERT);
    Path key = path(Setting.TLS_KEY);
    if (certificate == null && key == null) return null;
    if (certificate == null || key == null)
      throw new InvalidSetting(Setting.TLS_CERT, "and tls.key need each other");
    return new TlsFiles(certificate, key);
  }

  private FederationSettings federation() {
    return new FederationSettings(
        ranges(Setting.FEDERATION_ALLOW),
        path(Setting.FEDERATION_TRUST),
        oneOf(Setting.FEDERATION_MODE, Mode.class) == Mode.ALLOWED,
        oneOf(Setting.SECURE_FETCH, Switch.class) == Switch.ON,
        oneOf(Setting.DOMAIN_BLOCKS, Disclosure.class));
  }

  private Limits limits() {
    return new Limits(
        (int) number(Setting.POST_CHARACTERS, 1, 1_000_000),
        (int) number(Setting.POST_ATTACHMENTS, 0, 64),
        (int) number(Setting.POLL_OPTIONS, 2, 100),
        number(Setting.UPLOAD_BYTES, 0, 1L << 40),
        (int) number(Setting.REACTIONS, 1, 100));
  }

  private @Nullable Smtp smtp(String handleDomain) {
    String host = text(Setting.SMTP_HOST);
    if (host.isEmpty()) return null;
    String from = text(Setting.SMTP_FROM);
    return new Smtp(
        host,
        (int) number(Setting.SMTP_PORT, 1, 65_535),
        text(Setting.SMTP_USER),
        text(Setting.SMTP_PASSWORD),
        from.isEmpty() ? "parley@" + handleDomain.replaceFirst(":\\d+$", "") : from,
        oneOf(Setting.SMTP_SECURITY, Smtp.Security.class));
  }

  private About about(Path data) {
    Path texts = path(Setting.TEXTS);
    String color = text(Setting.COLOR);
    if (!COLOR.matcher(color).matches())
      throw new InvalidSetting(Setting.COLOR, "must look like #3b5bdb");
    return new About(
        text(Setting.NAME),
        text(Setting.SUMMARY),
        text(Setting.CONTACT),
        values(Setting.RULES, "\\R"),
        color,
        words(Setting.LANGUAGES),
        words(Setting.SUGGESTED),
        texts == null ? data.resolve("texts") : texts);
  }

  private enum Translators {
    NONE,
    LIBRETRANSLATE,
    DEEPL
  }

  private @Nullable TranslationSettings translation() {
    String key = text(Setting.TRANSLATION_KEY);
    return switch (oneOf(Setting.TRANSLATION_SERVICE, Translators.class)) {
      case NONE -> null;
      case LIBRETRANSLATE ->
          new TranslationSettings(TranslationSettings.Kind.LIBRETRANSLATE, translationUrl(), key);
      case DEEPL -> {
        if (key.isEmpty()) throw new InvalidSetting(Setting.TRANSLATION_KEY, "is needed for deepl");
        boolean usual = text(Setting.TRANSLATION_URL).isEmpty();
        // Keys of free accounts end like that, and are known only there.
        String home = key.endsWith(":fx") ? "https://api-free.deepl.com" : "https://api.deepl.com";
        yield new TranslationSettings(
            TranslationSettings.Kind.DEEPL, usual ? new Iri(home) : translationUrl(), key);
      }
    };
  }

  private Iri translationUrl() {
    String given = text(Setting.TRANSLATION_URL).replaceFirst("/+$", "");
    Iri url = parse(Setting.TRANSLATION_URL, any -> new Iri(given), "must be an http address");
    if (!url.isWeb()) throw new InvalidSetting(Setting.TRANSLATION_URL, "must be an http address");
    return url;
  }

  private Level level() {
    return switch (oneOf(Setting.LOG_LEVEL, Severity.class)) {
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }

  private String text(Setting setting) {
    List<String> values = values(setting, "(?!)");
    return values.isEmpty() ? "" : values.getFirst();
  }

  private List<String> words(Setting setting) {
    return values(setting, "[\\s,]+");
  }

  /** The value as a list; a text is split where the separator matches. */
  private List<String> values(Setting setting, String separator) {
    GivenSetting given = given(setting);
    List<String> texts =
        given.source() == GivenSetting.Source.FILE
            ? file.getOrDefault(setting.key(), List.of())
            : List.of(given.value());
    return texts.stream()
        .flatMap(text -> Pattern.compile(separator).splitAsStream(text))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private @Nullable Path path(Setting setting) {
    String given = text(setting);
    return given.isEmpty() ? null : Path.of(given);
  }

  private List<AddressRange> ranges(Setting setting) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String word : words(setting)) {
      try {
        ranges.add(AddressRange.parse(word));
      } catch (IllegalArgumentException notOne) {
        throw new InvalidSetting(setting, "holds '" + word + "', which is no CIDR range");
      }
    }
    return List.copyOf(ranges);
  }

  private long number(Setting setting, long least, long most) {
    long value = parse(setting, Long::parseLong, "must be a number");
    if (value < least || value > most)
      throw new InvalidSetting(setting, "must be between " + least + " and " + most);
    return value;
  }

  private <E extends Enum<E>> E oneOf(Setting setting, Class<E> type) {
    String given = text(setting).toUpperCase(Locale.ROOT);
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(given)) return constant;
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw new InvalidSetting(setting, "must be one of " + String.join(", ", names));
  }

  private <T> T parse(Setting setting, Function<String, T> reader, String problem) {
    try {
      return reader.apply(text(setting));
    } catch (IllegalArgumentException notOne) {
      throw new InvalidSetting(setting, problem);
    }
  }

  private void readFile(Path toml) {
    try {
      flatten("", new TomlMapper().readTree(Files.readString(toml)));
    } catch (IOException unreadable) {
      throw new InvalidSetting("cannot read " + toml + ": " + unreadable.getMessage());
    } catch (JacksonException malformed) {
      throw new InvalidSetting(toml + " is not TOML: " + malformed.getOriginalMessage());
    }
    List<String> known = new ArrayList<>();
    for (Setting setting : Setting.values()) known.add(setting.key());
    for (String key : file.keySet())
      if (!known.contains(key)) throw new InvalidSetting(toml + ": there is no setting " + key);
  }

  private void flatten(String prefix, JsonNode table) {
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      String key = prefix + entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isObject()) flatten(key + ".", value);
      else if (value.isArray()) file.put(key, value.valueStream().map(JsonNode::asString).toList());
      else file.put(key, List.of(value.isBoolean() ? onOff(value) : value.asString()));
    }
  }

  private static String onOff(JsonNode value) {
    return value.asBoolean() ? "on" : "off";
  }
}
