package social.parley.follows;

import java.util.List;
import java.util.OptionalLong;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.follows.FollowStore.Entry;

/** Turns rows with hidden ids into a page of actors. */
final class Entries {
  private Entries() {}

  static Page<ActorId> page(List<Entry> rows, Cursor cursor) {
    if (rows.isEmpty()) return Page.empty();
    List<Entry> newestFirst = cursor.ascending() ? rows.reversed() : rows;
    return new Page<>(
        newestFirst.stream().map(Entry::actor).toList(),
        OptionalLong.of(newestFirst.getFirst().id()),
        OptionalLong.of(newestFirst.getLast().id()));
  }
}
