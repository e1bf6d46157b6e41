package social.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Processor time of the requests that apps send most, each over a few connections, with answers as
 * they are and compressed.
 */
final class ReadsBench {
  private static final int ROUNDS = 24;
  private static final int COUNTED = 5;

  /** How often the yardstick is asked before it counts; it has nothing to compile. */
  private static final int WARMING = 3;

  private static final int CONNECTIONS = 4;
  private static final int REPLIES = 200;
  private static final int FAVOURITES = 6;

  private final int posts;
  private final int requests;
  private final Random random = new Random(7);
  private final List<Kind> kinds =
      List.of(
          new Kind("home", 0.55, 0.2, 20, _ -> "/api/v1/timelines/home?limit=20"),
          new Kind("public", 0.75, 0.2, 20, _ -> "/api/v1/timelines/public?limit=20"),
          new Kind(
              "account's posts",
              0.65,
              0.2,
              20,
              shelf -> "/api/v1/accounts/" + any(shelf.authors()) + "/statuses?limit=20"),
          new Kind("notifications", 0.33, 0.2, 20, _ -> "/api/v1/notifications?limit=20"),
          new Kind("single post", 0.064, 1, 0, shelf -> "/api/v1/statuses/" + any(shelf.posts())),
          new Kind("thread", shelf -> "/api/v1/statuses/" + shelf.thread() + "/context"),
          new Kind("search", _ -> "/api/v2/search?q=note&type=statuses&limit=20"),
          new Kind("verify_credentials", _ -> "/api/v1/accounts/verify_credentials"),
          new Kind("health, which does nothing", _ -> "/health"));

  ReadsBench(int posts, int requests) {
    this.posts = posts;
    this.requests = requests;
  }

  /**
   * A kind of request; the processor time GoToSocial took for it elsewhere, in milliseconds, the
   * share of that which is aimed at, and how many rows the answer has, if it is a list.
   */
  private record Kind(
      String name, double goToSocial, double most, int rows, Function<Shelf, String> path) {
    Kind(String name, Function<Shelf, String> path) {
      this(name, 0, 0, 0, path);
    }
  }

  private static final List<String> ENCODINGS = List.of("identity", "gzip");

  /** A kind of request whose answer is encoded in some way. */
  private record Asked(Kind kind, String encoding) {
    boolean isCompared() {
      return kind.goToSocial() > 0;
    }

    String name() {
      return encoding.equals("identity") ? kind.name() : kind.name() + ", compressed";
    }
  }

  private List<Asked> asked() {
    return kinds.stream()
        .flatMap(kind -> ENCODINGS.stream().map(encoding -> new Asked(kind, encoding)))
        .toList();
  }

  /** Processor time of a request in milliseconds, and requests a second. */
  private record Round(double cpu, double perSecond) {}

  /** The rounds of each kind at one server. */
  private final class Rounds {
    final Map<Asked, List<Round>> all = new LinkedHashMap<>();

    void add(Shelf shelf, Asked asked, int requests) {
      all.computeIfAbsent(asked, _ -> new ArrayList<>()).add(round(shelf, asked, requests));
    }

    /** The one in the middle of the last. */
    Round median(Asked asked) {
      List<Round> rounds = all.get(asked);
      return rounds.subList(rounds.size() - COUNTED, rounds.size()).stream()
          .sorted(Comparator.comparingDouble(Round::cpu))
          .toList()
          .get(COUNTED / 2);
    }
  }

  void run() throws IOException {
    Library library = Library.of(posts);
    Rounds rounds = new Rounds();
    Rounds others = new Rounds();
    try (ServerProcess server = library.start();
        GoToSocial other = GoToSocial.isThere() ? GoToSocial.start() : null) {
      Shelf ours = shelf(server, library.village);
      Shelf theirs = other == null ? null : other.filled();
      check(ours);
      if (theirs != null) check(theirs);
      for (int round = 0; round < ROUNDS; round++)
        for (Asked asked : asked()) {
          rounds.add(ours, asked, requests);
          if (theirs != null && asked.isCompared() && round >= ROUNDS - COUNTED - WARMING)
            others.add(theirs, asked, yardstickRequests());
        }
    }
    report(rounds, others).publish();
  }

  /** What is compared is as long as it is said to be. */
  private void check(Shelf shelf) throws IOException {
    for (Kind kind : kinds)
      if (kind.rows() > 0)
        for (String token : shelf.tokens()) {
          int rows = shelf.api().read(token, kind.path().apply(shelf)).size();
          if (rows != kind.rows())
            throw new IllegalStateException(kind.name() + " has " + rows + " rows");
        }
  }

  private Report report(Rounds rounds, Rounds others) {
    boolean compared = !others.all.isEmpty();
    Report report =
        new Report(
            "reads",
            """
            Processor time of the server for one request, over %d keep-alive connections, by 50 people with %,d posts stored; home, public and account \
            of 20 posts, the thread has %d replies, each with %d favourites, so that everybody has notifications; as it is and as gzip, for which apps ask. Each kind is asked for %,d times in each of %d rounds, in turn; \
            the median of the last %d counts, when the virtual machine has compiled what runs. The yardstick is %s.\
            """
                .formatted(
                    CONNECTIONS,
                    posts,
                    REPLIES,
                    FAVOURITES,
                    requests,
                    ROUNDS,
                    COUNTED,
                    compared ? conditions() : "what GoToSocial took on another machine"));
    for (Asked asked : asked()) {
      Round ours = rounds.median(asked);
      double theirs =
          compared && asked.isCompared() ? others.median(asked).cpu() : asked.kind().goToSocial();
      report.figure(
          asked.name(),
          Report.number(ours.perSecond()) + "/s",
          Report.millis(ours.cpu()),
          theirs == 0 ? "" : Report.times(ours.cpu() / theirs),
          theirs == 0
              ? ""
              : "GoToSocial's %s; at most %s"
                  .formatted(Report.millis(theirs), Report.times(asked.kind().most())));
    }
    return report;
  }

  private int yardstickRequests() {
    return Math.max(1_000, requests / 5);
  }

  private String conditions() {
    return GoToSocial.CONDITIONS
        + ", and asked %,d times in each of the last %d rounds, of which the last %d count"
            .formatted(yardstickRequests(), COUNTED + WARMING, COUNTED);
  }

  private Shelf shelf(ServerProcess server, Village village) throws IOException {
    Api api = new Api(server.port, village.authority());
    List<String> tokens = village.locals.stream().map(Village.Local::token).toList();
    String thread = thread(api, tokens);
    try (Rows rows = new Rows(village.folder)) {
      List<Long> authors =
          rows.numbers(
              "SELECT author_id FROM posts WHERE reach = 'public' GROUP BY author_id"
                  + " HAVING COUNT(*) >= 20 LIMIT 50");
      List<Long> open =
          rows.numbers(
              "SELECT id FROM posts WHERE reach = 'public' AND boost_of IS NULL"
                  + " ORDER BY id DESC LIMIT 200");
      return new Shelf(api, server::cpu, tokens, texts(authors), texts(open), thread);
    }
  }

  private static List<String> texts(List<Long> ids) {
    return ids.stream().map(String::valueOf).toList();
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private Round round(Shelf shelf, Asked asked, int number) {
    List<byte[]> batch = new ArrayList<>();
    for (int i = 0; i < number; i++)
      batch.add(
          Connection.get(
              shelf.api().authority(),
              asked.kind().path().apply(shelf),
              any(shelf.tokens()),
              asked.encoding()));
    Duration before = shelf.cpu().get();
    Load.Run run = Load.run(shelf.api().port(), CONNECTIONS, batch, 200);
    double cpu = shelf.cpu().get().minus(before).toNanos() / 1e6 / number;
    return new Round(cpu, run.perSecond());
  }

  /**
   * A post that everybody here answers; its id. Their answers get favourites, of which they hear.
   */
  static String thread(Api api, List<String> tokens) throws IOException {
    String first = api.post(tokens.getFirst(), "A note to answer", null);
    for (int i = 0; i < REPLIES; i++) {
      String reply = api.post(tokens.get(i % tokens.size()), "Note " + i, first);
      for (int j = 1; j <= FAVOURITES; j++)
        api.ask(
            tokens.get((i + j) % tokens.size()), "/api/v1/statuses/" + reply + "/favourite", "{}");
    }
    return first;
  }
}
