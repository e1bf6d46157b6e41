package social.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import social.parley.bench.Notes.Kind;
import social.parley.bench.Village.Local;
import social.parley.cli.Community;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/**
 * A server with many posts. Some arrive as posts do, over its inbox; the rest are copies of those,
 * made with SQL, each set a while before the last.
 */
final class Library {
  private static final int LOCALS = 50;
  private static final int ACTORS = 60;
  private static final int HOSTS = 20;
  private static final int ORIGINALS = 120;
  private static final int HOME = 800;
  private static final int SETS_ON_HOMES = 25;
  private static final int SETS_AT_ONCE = 100;

  /** Between two sets of copies, as a difference of ids: 200 seconds. */
  private static final long STEP = 200_000L << 16;

  final Village village;
  private final List<Stranger> strangers = Stranger.some(ACTORS, HOSTS, 9);
  private final int sets;

  private Library(Path folder, int posts) {
    village = new Village(folder, ServerProcess.freePort());
    sets = Math.max(1, posts / ORIGINALS);
  }

  static Library of(int posts) {
    Library library = new Library(Village.emptyFolder("posts-" + posts), posts);
    Village village = library.village;
    try (Community community = village.open()) {
      village.people(community, LOCALS);
      village.strangers(community, library.strangers);
      village.followed(community, (local, stranger) -> (local + stranger) % 2 == 0);
      village.acquaint(community);
    }
    try (ServerProcess server = ServerProcess.start(village.folder, village.port);
        Rows rows = new Rows(village.folder)) {
      Load.run(server.port, 1, library.originals(), 202);
      rows.awaitEmpty("inbox_queue");
    }
    try (Community community = village.open()) {
      library.copy(community);
    }
    return library;
  }

  /** In every ten: three with pictures, a poll, a boost, two replies, two with a tag. */
  private List<byte[]> originals() {
    Iri inbox = new Iri("http://" + village.authority() + "/inbox");
    Instant last = Instant.now().minusSeconds(10);
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < ORIGINALS; i++) {
      Stranger author = strangers.get(i % ACTORS);
      Instant published = last.minusSeconds(ORIGINALS - i);
      Iri previous = i == 0 ? null : Notes.iri(strangers.get((i - 1) % ACTORS), i - 1);
      Kind kind =
          new Kind(
              i % 10 == 7 ? village.locals.get(i % LOCALS).actor().iri() : null,
              i % 5 == 4,
              i % 10 < 3 ? 1 + i % 10 : 0,
              i % 10 == 4,
              i % 10 == 6 || i % 10 == 7 ? previous : null);
      boolean boost = i % 10 == 5 && previous != null;
      byte[] body =
          boost
              ? Notes.boost(author, i, previous, published)
              : Notes.create(author, i, kind, published);
      requests.add(author.post(inbox, body));
    }
    return requests;
  }

  private void copy(Community community) {
    var database = community.database();
    long last = database.read(db -> db.query("SELECT max(id) FROM posts").mapTo(long.class).one());
    for (int to = sets - 1; to >= 1; to -= SETS_AT_ONCE) {
      int from = Math.max(1, to - SETS_AT_ONCE + 1);
      int until = to;
      for (String statement : Copies.ALL)
        database.run(tx ->
            tx.update(Copies.SETS + statement)
                .bind("from", from)
                .bind("to", until)
                .bind("step", STEP)
                .bind("first", last - STEP)
                .execute());
    }
    for (int i = 0; i < LOCALS; i++) own(community, i, last);
  }

  /** Posts from all over the history on the home, some of them favourites and bookmarks. */
  private void own(Community community, int number, long last) {
    ActorId local = village.locals.get(number).actor().id();
    community
        .database()
        .run(tx -> {
          for (String statement : Copies.OWN)
            tx.update(statement)
                .bind("local", local)
                .bind("number", number)
                .bind("last", last)
                .bind("step", STEP)
                .bind("spacing", Math.max(1, sets / SETS_ON_HOMES))
                .bind("most", HOME)
                .execute();
        });
  }

  /** Requests for homes of all the people here, half of them for the first page. */
  List<byte[]> homes(int number, long seed) {
    Random random = new Random(seed);
    List<List<Long>> entries = new ArrayList<>();
    try (Rows rows = new Rows(village.folder)) {
      for (Local local : village.locals)
        entries.add(
            rows.numbers(
                "SELECT post_id FROM home_entries WHERE actor_id = " + local.actor().id()));
    }
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int reader = random.nextInt(LOCALS);
      List<Long> there = entries.get(reader);
      long from = there.get(20 + random.nextInt(there.size() - 20));
      String path =
          "/api/v1/timelines/home?limit=20" + (random.nextBoolean() ? "" : "&max_id=" + from);
      requests.add(Connection.get(village.authority(), path, village.locals.get(reader).token()));
    }
    return requests;
  }

  ServerProcess start() throws IOException {
    return ServerProcess.start(village.folder, village.port);
  }
}
