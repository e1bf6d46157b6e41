package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.jsonld.Json;
import social.parley.jsonld.Malformed;
import tools.jackson.databind.JsonNode;

/**
 * Reads the lists and filters that Mastodon and others write, lists with a heading or without. Rows
 * that make no sense are kept as failed, so that their owner learns of them.
 */
final class ImportReader {
  /** As many as Mastodon takes. */
  static final int MOST_ROWS = 20_000;

  /** What the detail of a post begins with that a filter holds; the filter's key comes next. */
  static final String HELD = "post;";

  private static final int LONGEST_TITLE = 256;
  private static final int LONGEST_NONSENSE = 200;
  private static final int LONGEST_DOMAIN = 255;

  /** In bytes: PostgreSQL takes little more into an index. */
  private static final int LONGEST_ADDRESS = 2000;

  private static final String NONSENSE = "This row makes no sense";
  private static final Set<String> HEADINGS =
      Set.of("account address", "#domain", "#uri", "list name");

  private final ImportKind kind;
  private final String domain;
  private final List<ImportRow> rows = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ImportReader(ImportKind kind, String domain) {
    this.kind = kind;
    this.domain = domain;
  }

  /** The rows of a file; names without a domain are those of people here. */
  static List<ImportRow> read(ImportKind kind, String text, String domain) {
    ImportReader reader = new ImportReader(kind, domain);
    if (kind == ImportKind.FILTERS) reader.filters(text);
    else reader.lines(text);
    if (reader.rows.stream().noneMatch(row -> row.state() == ImportRow.State.WAITING))
      throw new Refused.Invalid("data", "There is nothing of this kind in the file");
    if (reader.rows.size() > MOST_ROWS)
      throw new Refused.Invalid("data", "At most " + MOST_ROWS + " rows are taken at once");
    return reader.rows;
  }

  /** A row for each filter, and one for each post that it holds by itself. */
  private void filters(String text) {
    if (text.length() > Json.MAX_BYTES) throw new Refused.Invalid("data", "The file is too large");
    Map<String, List<FilterRow>> filters = new LinkedHashMap<>();
    for (JsonNode one : filterList(text)) {
      FilterRow row = FilterRow.read(one);
      if (row == null) add(null, "", List.of(one.path("title").asString(one.toString())));
      else filters.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row);
    }
    filters.forEach((key, same) -> {
      FilterRow row = FilterRow.joined(same);
      add(row.title(), row.detail(), List.of());
      for (String post : row.posts()) add(address(post), HELD + key, List.of(post));
    });
  }

  private static JsonNode filterList(String text) {
    try {
      JsonNode list = Json.parse(text).path(FilterRow.ALL);
      if (list.isArray()) return list;
    } catch (Malformed broken) {
      throw Csv.unreadable();
    }
    throw Csv.unreadable();
  }

  private void lines(String text) {
    List<List<String>> all = Csv.read(text, MOST_ROWS + 1);
    boolean headed =
        !all.isEmpty()
            && HEADINGS.contains(all.getFirst().getFirst().strip().toLowerCase(Locale.ROOT));
    List<String> heading =
        headed
            ? all.getFirst().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList()
            : List.of();
    for (List<String> cells : all.subList(headed ? 1 : 0, all.size())) row(heading, cells);
  }

  private void row(List<String> heading, List<String> cells) {
    Cells row = new Cells(heading, cells);
    switch (kind) {
      case FOLLOWING ->
          add(
              handle(row.at(0, "account address")),
              new FollowDetail(
                      !row.at(1, "show boosts").equalsIgnoreCase("false"),
                      row.at(2, "notify on new posts").equalsIgnoreCase("true"),
                      row.at(3, "languages"))
                  .text(),
              cells);
      case BLOCKS -> add(handle(row.at(0, "account address")), "", cells);
      case MUTES ->
          add(
              handle(row.at(0, "account address")),
              Boolean.toString(!row.at(1, "hide notifications").equalsIgnoreCase("false")),
              cells);
      case DOMAINS -> add(domain(row.at(0, "#domain")), "", cells);
      case BOOKMARKS -> add(address(row.at(0, "#uri")), "", cells);
      case LISTS -> {
        String title = row.at(0, "list name");
        boolean fits = !title.isEmpty() && title.length() <= LONGEST_TITLE;
        add(fits ? handle(row.at(1, "account address")) : null, title, cells);
      }
      case FILTERS -> throw new IllegalArgumentException("no lines");
    }
  }

  /** How somebody is followed, as it is kept with the row. */
  record FollowDetail(boolean boosts, boolean notifying, String languages) {
    static FollowDetail of(String text) {
      String[] parts = text.split(";", 3);
      return new FollowDetail(
          Boolean.parseBoolean(parts[0]), Boolean.parseBoolean(parts[1]), parts[2]);
    }

    String text() {
      return boosts + ";" + notifying + ";" + languages;
    }

    List<String> languageList() {
      List<String> all = new ArrayList<>();
      for (String one : languages.split("[,\\s]+"))
        if (one.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?")) all.add(one);
      return all;
    }
  }

  private record Cells(List<String> heading, List<String> cells) {
    /** By its heading where there is one, else by its place. */
    String at(int place, String name) {
      int column = heading.isEmpty() ? place : heading.indexOf(name);
      return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }
  }

  private void add(@Nullable String subject, String detail, List<String> cells) {
    boolean sense = subject != null && !subject.isEmpty();
    String whole = String.join(",", cells).replace("\0", "");
    String named = subject == null || subject.isEmpty() ? whole : subject;
    boolean several = kind == ImportKind.LISTS || kind == ImportKind.FILTERS;
    if (!seen.add(named + "\n" + (several ? detail : ""))) return;
    rows.add(
        new ImportRow(
            rows.size() + 1L,
            sense ? named : cut(named, LONGEST_NONSENSE),
            detail,
            sense ? ImportRow.State.WAITING : ImportRow.State.FAILED,
            0,
            sense ? null : NONSENSE));
  }

  /** The beginning of a text, whole characters only. */
  static String cut(String text, int most) {
    if (text.length() <= most) return text;
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private @Nullable String handle(String address) {
    String full = address.lastIndexOf('@') > 0 ? address : address + "@" + domain;
    return Handle.parse(full)
        .map(handle -> handle.toString().toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  private static @Nullable String domain(String name) {
    if (name.length() > LONGEST_DOMAIN) return null;
    try {
      return Handle.ascii(name);
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }

  private static @Nullable String address(String uri) {
    return Iri.parse(uri)
        .filter(Iri::isWeb)
        .map(Iri::value)
        .filter(value -> value.getBytes(UTF_8).length <= LONGEST_ADDRESS)
        .orElse(null);
  }
}
