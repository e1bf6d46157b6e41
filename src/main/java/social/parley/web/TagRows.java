package social.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import social.parley.storage.Database;
import social.parley.tags.TagDay;
import social.parley.tags.TagSummaries;
import social.parley.tags.TagSummary;

/** Fills lists of tags with how they were used lately. */
final class TagRows {
  private static final int LATELY = 2;

  private final Database database;
  private final TagSummaries summaries;

  TagRows(Database database, TagSummaries summaries) {
    this.database = database;
    this.summaries = summaries;
  }

  /** In the order given. */
  List<TagRow> of(List<String> tags) {
    if (tags.isEmpty()) return List.of();
    Map<String, TagSummary> known = database.read(db -> summaries.of(db, null, tags));
    List<TagRow> rows = new ArrayList<>();
    for (String tag : tags) {
      List<TagDay> days = Objects.requireNonNull(known.get(tag)).history();
      rows.add(
          new TagRow(
              tag,
              days.stream().limit(LATELY).mapToLong(TagDay::accounts).sum(),
              days.reversed().stream().map(TagDay::accounts).toList()));
    }
    return rows;
  }
}
