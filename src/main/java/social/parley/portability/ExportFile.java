package social.parley.portability;

import java.util.List;
import java.util.Optional;

/** One list that a person may take along, under the name and in the form that Mastodon gave it. */
public enum ExportFile {
  FOLLOWING(
      "following_accounts.csv",
      "Account address",
      "Show boosts",
      "Notify on new posts",
      "Languages"),
  FOLLOWERS("followers.csv", "Account address"),
  LISTS("lists.csv"),
  BLOCKS("blocked_accounts.csv"),
  MUTES("muted_accounts.csv", "Account address", "Hide notifications"),
  DOMAINS("blocked_domains.csv"),
  BOOKMARKS("bookmarks.csv"),
  FILTERS("custom_filters.json");

  private final String fileName;
  private final List<String> heading;

  ExportFile(String fileName, String... heading) {
    this.fileName = fileName;
    this.heading = List.of(heading);
  }

  public String fileName() {
    return fileName;
  }

  /** The names of its columns; none where Mastodon writes none. */
  List<String> heading() {
    return heading;
  }

  public String mediaType() {
    return fileName.endsWith(".json") ? "application/json" : "text/csv; charset=utf-8";
  }

  /** The list whose file has this name. */
  public static Optional<ExportFile> named(String fileName) {
    for (ExportFile file : values()) if (file.fileName.equals(fileName)) return Optional.of(file);
    return Optional.empty();
  }
}
