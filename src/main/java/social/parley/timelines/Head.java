package social.parley.timelines;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import social.parley.core.Cursor;
import social.parley.core.PostId;

/** The newest ids of a list, newest first, and whether they are all there are. */
record Head(List<PostId> ids, boolean whole) {
  /** How many are kept: the pages that apps ask for again and again. */
  static final int LENGTH = 80;

  Head {
    ids = List.copyOf(ids);
  }

  static Head of(Function<Cursor, List<PostId>> scan) {
    List<PostId> ids = scan.apply(Cursor.first(LENGTH));
    return new Head(ids, ids.size() < LENGTH);
  }

  /** A page in the order of its cursor, if all of it is known. */
  Optional<List<PostId>> page(Cursor cursor) {
    boolean reachesDown = whole || cursor.above() >= ids.getLast().value();
    if (cursor.ascending() && !reachesDown) return Optional.empty();
    Stream<PostId> there =
        (cursor.ascending() ? ids.reversed() : ids)
            .stream().filter(id -> id.value() < cursor.below() && id.value() > cursor.above());
    List<PostId> page = there.limit(cursor.limit()).toList();
    return reachesDown || page.size() == cursor.limit() ? Optional.of(page) : Optional.empty();
  }

  int weight() {
    return 64 + 24 * ids.size();
  }
}
