package social.parley.portability;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.filters.Filter;
import social.parley.filters.FilteredPost;
import social.parley.filters.Filters;
import social.parley.jsonld.Json;
import social.parley.portability.ExportStore.Line;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lists of a person as files that this and other servers read again. They are written a page at
 * a time, so that their length does not matter.
 */
public final class Exports {
  private static final int PAGE = 1000;
  private static final int POSTS_AT_ONCE = 500;

  private final Database database;
  private final Clock clock;
  private final Filters filters;
  private final Posts posts;
  private final ExportStore store = new ExportStore();

  public Exports(Database database, Clock clock, Filters filters, Posts posts) {
    this.database = database;
    this.clock = clock;
    this.filters = filters;
    this.posts = posts;
  }

  /** How many rows each file has, as it is now. */
  public Map<ExportFile, Long> counts(ActorId me) {
    return database.read(db -> store.counts(db, me, clock.instant()));
  }

  /** Writes one file; the stream stays open. */
  public void write(ActorId me, ExportFile file, OutputStream out) throws IOException {
    if (file == ExportFile.FILTERS) {
      out.write(Json.write(filters(me)));
      return;
    }
    Csv.write(
        out,
        csv -> {
          if (!file.heading().isEmpty()) csv.writeRecord(file.heading());
          each(me, file, csv::writeRecord);
        });
  }

  /** What is done with each row of a list. */
  interface Use {
    void of(List<String> cells) throws IOException;
  }

  /** Goes through a list; nothing is read while a row is being used. */
  void each(ActorId me, ExportFile list, Use use) throws IOException {
    each((db, cursor) -> store.page(db, list, me, clock.instant(), cursor), use);
  }

  /** Goes through the addresses of the posts that somebody likes. */
  void eachLike(ActorId me, Use use) throws IOException {
    each((db, cursor) -> store.liked(db, me, clock.instant(), cursor), use);
  }

  private void each(BiFunction<Reading, Cursor, List<Line>> pages, Use use) throws IOException {
    Cursor cursor = Cursor.first(PAGE);
    while (true) {
      Cursor now = cursor;
      List<Line> page = database.read(db -> pages.apply(db, now));
      for (Line line : page) use.of(line.cells());
      if (page.size() < PAGE) return;
      cursor = cursor.past(page.getLast().id());
    }
  }

  private ObjectNode filters(ActorId me) {
    ObjectNode document = Json.object();
    ArrayNode all = document.putArray(FilterRow.ALL);
    for (Filter filter : filters.of(me))
      all.add(FilterRow.of(filter, addresses(me, filter)).json());
    return document;
  }

  private List<String> addresses(ActorId me, Filter filter) {
    List<FilteredPost> held = filter.posts();
    List<String> addresses = new ArrayList<>();
    for (int from = 0; from < held.size(); from += POSTS_AT_ONCE)
      for (Post post :
          posts.visibleInOrder(
              me,
              held.subList(from, Math.min(held.size(), from + POSTS_AT_ONCE)).stream()
                  .map(FilteredPost::postId)
                  .toList())) addresses.add(post.iri().value());
    return addresses;
  }
}
