package social.parley.accounts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set of OAuth scopes, in the order in which they were asked for. */
public record Scopes(List<String> names) {
  private static final List<String> READ =
      List.of(
          "accounts",
          "blocks",
          "bookmarks",
          "collections",
          "favourites",
          "filters",
          "follows",
          "lists",
          "mutes",
          "notifications",
          "search",
          "statuses");
  private static final List<String> WRITE =
      List.of(
          "accounts",
          "blocks",
          "bookmarks",
          "collections",
          "conversations",
          "favourites",
          "filters",
          "follows",
          "lists",
          "media",
          "mutes",
          "notifications",
          "reports",
          "statuses");
  private static final List<String> ADMIN =
      List.of(
          "accounts",
          "reports",
          "domain_allows",
          "domain_blocks",
          "ip_blocks",
          "email_domain_blocks",
          "canonical_email_blocks");
  private static final List<String> RELATIONS =
      List.of(
          "read:blocks",
          "write:blocks",
          "read:follows",
          "write:follows",
          "read:mutes",
          "write:mutes");

  /** Every scope this server knows, in the order of the metadata document. */
  public static final List<String> ALL = all();

  /** What a program gets that does not say what it needs. */
  public static final Scopes DEFAULT = new Scopes(List.of("read"));

  public Scopes {
    names = List.copyOf(new LinkedHashSet<>(names));
  }

  /** Reads a list parted by blanks; nothing when it names a scope that does not exist. */
  public static Optional<Scopes> parse(String text) {
    if (text.isBlank()) return Optional.of(DEFAULT);
    List<String> names = List.of(text.strip().split("[\\s+,]+"));
    return Set.copyOf(ALL).containsAll(names) ? Optional.of(new Scopes(names)) : Optional.empty();
  }

  /** Whether this or a wider scope was granted: {@code read} covers {@code read:lists}. */
  public boolean covers(String scope) {
    for (String name : names)
      if (scope.equals(name)
          || scope.startsWith(name + ":")
          || (name.equals("follow") && RELATIONS.contains(scope))) return true;
    return false;
  }

  public boolean coversAll(Collection<String> scopes) {
    return scopes.stream().allMatch(this::covers);
  }

  /** As OAuth writes it: parted by single blanks. */
  @Override
  public String toString() {
    return String.join(" ", names);
  }

  private static List<String> all() {
    LinkedHashSet<String> all = new LinkedHashSet<>(List.of("profile", "read", "write"));
    for (String name : WRITE) all.add("write:" + name);
    for (String name : READ) all.add("read:" + name);
    all.addAll(List.of("follow", "push", "admin:read", "admin:write"));
    for (String name : ADMIN) all.add("admin:read:" + name);
    for (String name : ADMIN) all.add("admin:write:" + name);
    return List.copyOf(all);
  }
}
