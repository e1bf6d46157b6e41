package social.parley.portability;

import java.util.Optional;

/** One list that a person may take along, under the name and in the form that Mastodon gave it. */
public enum ExportFile {
  FOLLOWING("following_accounts.csv"),
  FOLLOWERS("followers.csv"),
  LISTS("lists.csv"),
  BLOCKS("blocked_accounts.csv"),
  MUTES("muted_accounts.csv"),
  DOMAINS("blocked_domains.csv"),
  BOOKMARKS("bookmarks.csv"),
  FILTERS("custom_filters.json");

  private final String fileName;

  ExportFile(String fileName) {
    this.fileName = fileName;
  }

  public String fileName() {
    return fileName;
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
