package social.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import social.parley.storage.Database;
import social.parley.tags.TagDay;
import social.parley.tags.TagUses;

/** Fills lists of tags with how they were used lately. */
final class TagRows {
  private static final int LATELY = 2;

  private final Database database;
  private final TagUses uses;

  TagRows(Database database, TagUses uses) {
    this.database = database;
    this.uses = uses;
  }

  /** In the order given. */
  List<TagRow> of(List<String> tags) {
    if (tags.isEmpty()) return List.of();
    Map<String, List<TagDay>> history = database.read(db -> uses.history(db, tags));
    List<TagRow> rows = new ArrayList<>();
    for (String tag : tags) {
      List<TagDay> days = history.getOrDefault(tag, List.of());
      rows.add(
          new TagRow(
              tag,
              days.stream().limit(LATELY).mapToLong(TagDay::accounts).sum(),
              days.reversed().stream().map(TagDay::accounts).toList()));
    }
    return rows;
  }
}
