package social.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import social.parley.bench.Village.Local;
import tools.jackson.databind.json.JsonMapper;

/** Processor time of the requests that apps send most, each over a few connections. */
final class ReadsBench {
  private static final int ROUNDS = 24;
  private static final int COUNTED = 5;
  private static final int CONNECTIONS = 4;
  private static final int REPLIES = 200;
  private static final int FAVOURITES = 6;

  private final int posts;
  private final int requests;
  private final Random random = new Random(7);

  ReadsBench(int posts, int requests) {
    this.posts = posts;
    this.requests = requests;
  }

  /**
   * A kind of request, and the processor time GoToSocial took for it elsewhere, in milliseconds.
   */
  private record Kind(String name, double goToSocial, Function<Local, String> path) {}

  void run() throws IOException {
    Library library = Library.of(posts);
    Village village = library.village;
    try (ServerProcess server = library.start()) {
      String thread = thread(server, village);
      Report report =
          new Report(
              "reads",
              """
              Processor time of the server for one request, over %d keep-alive connections, by 50 people with %,d posts stored; home, public and account \
              of 20 posts, the thread has %d replies, each with %d favourites, so that everybody has notifications. Each kind is asked for %,d times in each of %d rounds, in turn; \
              the median of the last %d counts, when the virtual machine has compiled what runs. The yardstick is what GoToSocial took for such a request on another day and machine of this class.\
              """
                  .formatted(CONNECTIONS, posts, REPLIES, FAVOURITES, requests, ROUNDS, COUNTED));
      Map<Kind, List<Round>> rounds = new LinkedHashMap<>();
      Iterable<Kind> kinds = kinds(village, thread).values();
      for (int round = 0; round < ROUNDS; round++)
        for (Kind kind : kinds)
          rounds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(round(server, village, kind));
      rounds.forEach((kind, all) -> report(kind, all, report));
      report.publish();
    }
  }

  private Map<String, Kind> kinds(Village village, String thread) {
    List<Long> open;
    List<Long> authors;
    try (Rows rows = new Rows(village.folder)) {
      open =
          rows.numbers(
              "SELECT id FROM posts WHERE reach = 'public' AND boost_of IS NULL"
                  + " ORDER BY id DESC LIMIT 200");
      authors =
          rows.numbers(
              "SELECT author_id FROM posts WHERE reach = 'public' GROUP BY author_id"
                  + " HAVING COUNT(*) >= 20 LIMIT 50");
    }
    Map<String, Kind> kinds = new LinkedHashMap<>();
    add(kinds, "home", 0.55, _ -> "/api/v1/timelines/home?limit=20");
    add(kinds, "public", 0.75, _ -> "/api/v1/timelines/public?limit=20");
    add(
        kinds,
        "account's posts",
        0.65,
        _ -> "/api/v1/accounts/" + any(authors) + "/statuses?limit=20");
    add(kinds, "notifications", 0.33, _ -> "/api/v1/notifications?limit=20");
    add(kinds, "single post", 0.064, _ -> "/api/v1/statuses/" + any(open));
    add(kinds, "thread", 0, _ -> "/api/v1/statuses/" + thread + "/context");
    add(kinds, "search", 0, _ -> "/api/v2/search?q=note&type=statuses&limit=20");
    add(kinds, "verify_credentials", 0, _ -> "/api/v1/accounts/verify_credentials");
    add(kinds, "health, which does nothing", 0, _ -> "/health");
    return kinds;
  }

  private static void add(
      Map<String, Kind> kinds, String name, double goToSocial, Function<Local, String> path) {
    kinds.put(name, new Kind(name, goToSocial, path));
  }

  private long any(List<Long> ids) {
    return ids.get(random.nextInt(ids.size()));
  }

  private Round round(ServerProcess server, Village village, Kind kind) {
    List<byte[]> batch = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      Local reader = village.locals.get(random.nextInt(village.locals.size()));
      batch.add(Connection.get(village.authority(), kind.path().apply(reader), reader.token()));
    }
    Duration before = server.cpu();
    Load.Run run = Load.run(server.port, CONNECTIONS, batch, 200);
    double cpu = server.cpu().minus(before).toMillis() / (double) requests;
    return new Round(cpu, run.perSecond());
  }

  private static void report(Kind kind, List<Round> rounds, Report report) {
    Round median = median(rounds.subList(rounds.size() - COUNTED, rounds.size()));
    report.figure(
        kind.name(),
        Report.number(median.perSecond()) + "/s",
        Report.millis(median.cpu()),
        kind.goToSocial() == 0 ? "" : Report.times(median.cpu() / kind.goToSocial()),
        kind.goToSocial() == 0 ? "" : "GoToSocial's %.3f ms".formatted(kind.goToSocial()));
  }

  /** Processor time of a request in milliseconds, and requests a second. */
  private record Round(double cpu, double perSecond) {}

  private static Round median(List<Round> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Round::cpu))
        .toList()
        .get(rounds.size() / 2);
  }

  /**
   * A post that everybody here answers; its id. Their answers get favourites, of which they hear.
   */
  private static String thread(ServerProcess server, Village village) throws IOException {
    List<Local> locals = village.locals;
    String first = post(server, village, locals.getFirst(), "A note to answer", null);
    for (int i = 0; i < REPLIES; i++) {
      String reply = post(server, village, locals.get(i % locals.size()), "Note " + i, first);
      for (int j = 1; j <= FAVOURITES; j++)
        ask(
            server,
            village,
            locals.get((i + j) % locals.size()),
            "/api/v1/statuses/" + reply + "/favourite",
            "{}");
    }
    return first;
  }

  static String post(
      ServerProcess server, Village village, Local author, String text, String inReplyTo)
      throws IOException {
    String reply = inReplyTo == null ? "" : ", \"in_reply_to_id\": \"" + inReplyTo + "\"";
    return ask(
        server, village, author, "/api/v1/statuses", "{\"status\": \"" + text + "\"" + reply + "}");
  }

  /** Gives the id of the post in the answer. */
  private static String ask(
      ServerProcess server, Village village, Local author, String path, String json)
      throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String headers =
        "Authorization: Bearer %s\r\nContent-Type: application/json\r\n".formatted(author.token());
    try (Connection connection = new Connection(server.port)) {
      Answer answer =
          connection.exchange(Connection.post(village.authority(), path, headers, body));
      if (answer.status() != 200)
        throw new IllegalStateException(answer.status() + " " + new String(answer.body()));
      return JsonMapper.shared().readTree(answer.body()).path("id").asString();
    }
  }
}
