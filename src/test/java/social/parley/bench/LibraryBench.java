package social.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import social.parley.bench.Village.Local;

/** Reading homes and posting, on a server with few posts and on one with many. */
final class LibraryBench {
  private static final int ROUNDS = 5;
  private static final int READERS = 16;
  private static final int REQUESTS = 4000;
  private static final int WARM_UP = 3000;
  private static final int POSTS = 1500;

  /** Processor time of GoToSocial for such a page, measured on another day and machine. */
  private static final double GOTOSOCIAL_MILLIS = 0.55;

  private final int small;
  private final int large;

  LibraryBench(int small, int large) {
    this.small = small;
    this.large = large;
  }

  private record Round(double perSecond, double cpuMillis, Duration middle, Duration slow) {}

  private static Round middle(List<Round> rounds) {
    return new Round(
        Report.median(rounds.stream().map(Round::perSecond).toList()),
        Report.median(rounds.stream().map(Round::cpuMillis).toList()),
        rounds.get(rounds.size() / 2).middle(),
        rounds.get(rounds.size() / 2).slow());
  }

  void run() throws IOException {
    Library few = Library.of(small);
    Library many = Library.of(large);
    try (ServerProcess fewServer = few.start();
        ServerProcess manyServer = many.start()) {
      List<Library> libraries = List.of(few, many);
      List<ServerProcess> servers = List.of(fewServer, manyServer);
      homes(libraries, servers);
      posting(libraries, servers);
    }
  }

  /** The two servers take turns, so that other programs disturb both alike. */
  private void homes(List<Library> libraries, List<ServerProcess> servers) throws IOException {
    List<List<Round>> rounds = List.of(new ArrayList<>(), new ArrayList<>());
    for (int which = 0; which < 2; which++)
      Load.run(servers.get(which).port, READERS, libraries.get(which).homes(WARM_UP, 1), 200);
    for (int i = 0; i < ROUNDS; i++)
      for (int which = 0; which < 2; which++)
        rounds
            .get(which)
            .add(
                round(
                    servers.get(which), READERS, libraries.get(which).homes(REQUESTS, 2 + i), 200));
    Round few = middle(rounds.get(0));
    Round many = middle(rounds.get(1));
    Report report =
        new Report(
            "home",
            """
            `GET /api/v1/timelines/home?limit=20` over %d keep-alive connections by 50 people who follow 30 \
            others each, half of the requests for the first page and half for one further down; of ten posts \
            three have pictures, one a poll, one is a boost, two are replies, and the reader has favourites and \
            bookmarks among them. The posts on the homes are spread over all that is stored. Median of %d \
            rounds of %,d requests; the two servers take turns. The readers use the same cores.\
            """
                .formatted(READERS, ROUNDS, REQUESTS));
    figures(report, "%,d posts stored".formatted(small), few, "", "");
    figures(
        report,
        "%,d posts stored".formatted(large),
        many,
        Report.times(many.perSecond() / few.perSecond()),
        "requests a second at %,d posts".formatted(small));
    report.figure(
        "CPU against GoToSocial",
        "",
        Report.millis(many.cpuMillis()),
        Report.times(GOTOSOCIAL_MILLIS / many.cpuMillis()),
        "GoToSocial's %.2f ms CPU, measured elsewhere".formatted(GOTOSOCIAL_MILLIS));
    report.publish();
  }

  private void posting(List<Library> libraries, List<ServerProcess> servers) throws IOException {
    Report report =
        new Report(
            "posting",
            """
            `POST /api/v1/statuses` of a post of 200 characters with a tag and a link by people whom five others \
            here follow, over one connection and over eight. Durable before it is answered. Median of %d rounds of \
            %,d posts; the two servers take turns.\
            """
                .formatted(ROUNDS, POSTS));
    for (int connections : new int[] {1, 8}) {
      List<List<Round>> rounds = List.of(new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i <= ROUNDS; i++)
        for (int which = 0; which < 2; which++) {
          Round round =
              round(servers.get(which), connections, posts(libraries.get(which).village), 200);
          if (i > 0) rounds.get(which).add(round);
        }
      Round few = middle(rounds.get(0));
      Round many = middle(rounds.get(1));
      String parallel = connections == 1 ? "one by one" : connections + " in parallel";
      figures(report, parallel + ", %,d posts stored".formatted(small), few, "", "");
      figures(
          report,
          parallel + ", %,d posts stored".formatted(large),
          many,
          Report.times(many.perSecond() / few.perSecond()),
          "posts a second at %,d posts".formatted(small));
    }
    report.publish();
  }

  private static List<byte[]> posts(Village village) {
    String text =
        "A post about the weather in the harbour, as somebody would write it in the morning before"
            + " work, with a link to https://example.org/weather and a tag that nobody else has"
            + " thought of: #weather";
    byte[] body = ("{\"status\": \"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, POSTS)
        .mapToObj(i -> {
          Local author = village.locals.get(i % village.locals.size());
          String headers =
              "Authorization: Bearer %s\r\nContent-Type: application/json\r\n"
                  .formatted(author.token());
          return Connection.post(village.authority(), "/api/v1/statuses", headers, body);
        })
        .toList();
  }

  private static Round round(
      ServerProcess server, int connections, List<byte[]> requests, int expected) {
    Duration cpu = server.cpu();
    Load.Run run = Load.run(server.port, connections, requests, expected);
    double used = server.cpu().minus(cpu).toMillis() / (double) requests.size();
    return new Round(run.perSecond(), used, run.within(0.5), run.within(0.99));
  }

  private static void figures(
      Report report, String name, Round round, String ratio, String yardstick) {
    report.figure(
        name,
        "%s/s; half within %s, 99 %% within %s"
            .formatted(Report.number(round.perSecond()), text(round.middle()), text(round.slow())),
        Report.millis(round.cpuMillis()),
        ratio,
        yardstick);
  }

  private static String text(Duration time) {
    return Report.number(time.toNanos() / 1e6) + " ms";
  }
}
