package social.parley.about;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.parley.config.Settings;
import social.parley.text.MentionResolver;
import social.parley.text.PostText;
import social.parley.text.TextFormat;

/**
 * The files in which operators write more than fits into a setting: {@code about.md}, {@code
 * privacy.md} and {@code privacy.de.md}, {@code terms-2026-01-31.md} for each version of the terms,
 * and {@code rules.de.txt} with a line for each rule, its hint after a bar. They are read anew
 * whenever they are asked for.
 */
public final class Texts {
  private static final Pattern TERMS = Pattern.compile("terms-(\\d{4}-\\d{2}-\\d{2})\\.md");
  private static final Pattern RULES = Pattern.compile("rules\\.([A-Za-z0-9-]{2,35})\\.txt");

  private final Settings settings;
  private final Path folder;
  private final PostText text;

  public Texts(Settings settings) {
    this.settings = settings;
    this.folder = settings.about().texts();
    this.text = new PostText(settings.handleDomain(), tag -> settings.at("/tags/" + tag));
  }

  /** About the community, in detail. */
  public Optional<LongText> description() {
    return longText("about.md");
  }

  /**
   * What becomes of people's data: the operator's words, or what the program does with them; in
   * this language if there is such a text, such as {@code privacy.de.md}.
   */
  public LongText privacy(String language) {
    String translated = "privacy." + language + ".md";
    return longText(translated)
        .or(() -> longText("privacy.md"))
        .orElseGet(() -> new LongText(html(bundled(translated)), null));
  }

  private static String bundled(String name) {
    try (InputStream translated = Texts.class.getResourceAsStream(name);
        InputStream file =
            translated == null ? Texts.class.getResourceAsStream("privacy.md") : translated) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All versions of the terms, the latest first; none when there are no terms. */
  public List<Terms> terms() {
    List<Terms> all = new ArrayList<>();
    for (String name : names()) {
      LocalDate day = day(name);
      if (day != null) longText(name).ifPresent(found -> all.add(new Terms(day, found.html())));
    }
    all.sort(Comparator.comparing(Terms::effective).reversed());
    return all;
  }

  private static @Nullable LocalDate day(String name) {
    Matcher matcher = TERMS.matcher(name);
    if (!matcher.matches()) return null;
    try {
      return LocalDate.parse(matcher.group(1));
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  /** Those that count on a day, or else the first to come. */
  public Optional<Terms> terms(LocalDate today) {
    List<Terms> all = terms();
    return all.stream()
        .filter(one -> !one.effective().isAfter(today))
        .findFirst()
        .or(() -> all.reversed().stream().findFirst());
  }

  /** The house rules of the settings with what the files say to each of them. */
  public List<Rule> rules() {
    List<String> plain = settings.about().rules();
    if (plain.isEmpty()) return List.of();
    Map<String, List<Rule.Wording>> translated = translations();
    String main = settings.about().languages().stream().findFirst().orElse("");
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      Map<String, Rule.Wording> wordings = new LinkedHashMap<>();
      for (Map.Entry<String, List<Rule.Wording>> one : translated.entrySet())
        if (i < one.getValue().size()) wordings.put(one.getKey(), one.getValue().get(i));
      Rule.Wording own = wordings.remove(main);
      rules.add(new Rule(plain.get(i), own == null ? "" : own.hint(), wordings));
    }
    return rules;
  }

  private Map<String, List<Rule.Wording>> translations() {
    Map<String, List<Rule.Wording>> all = new HashMap<>();
    for (String name : names()) {
      Matcher matcher = RULES.matcher(name);
      if (matcher.matches())
        all.put(
            matcher.group(1),
            read(name).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .map(Texts::wording)
                .toList());
    }
    return all;
  }

  private static Rule.Wording wording(String line) {
    int bar = line.indexOf('|');
    return bar < 0
        ? new Rule.Wording(line.strip(), "")
        : new Rule.Wording(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Optional<LongText> longText(String name) {
    return read(name).map(source -> new LongText(html(source), changed(name)));
  }

  private String html(String markdown) {
    return text.render(markdown, TextFormat.MARKDOWN, MentionResolver.NOBODY).html();
  }

  private Optional<String> read(String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Instant changed(String name) {
    try {
      return Files.getLastModifiedTime(folder.resolve(name)).toInstant();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
