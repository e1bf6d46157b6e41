package social.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import social.parley.bench.Notes.Kind;
import social.parley.cli.Community;
import social.parley.core.Iri;

/** How fast signed posts of other servers are taken in, and how fast they are on the homes. */
final class InboxBench {
  private static final int HOSTS = 100;
  private static final int ACTORS = 500;
  private static final int LOCALS = 50;
  private static final int FOLLOWERS = 5;
  private static final int CONNECTIONS = 64;
  private static final int ROUNDS = 4;

  private final int activities;

  InboxBench(int activities) {
    this.activities = activities;
  }

  private record Round(double accepted, double drained, double cpuMillis) {}

  void run() throws IOException {
    Village village = new Village(Village.emptyFolder("inbox"), ServerProcess.freePort());
    List<Stranger> strangers = Stranger.some(ACTORS, HOSTS, 9);
    try (Community community = village.open()) {
      village.people(community, LOCALS);
      village.strangers(community, strangers);
      village.followed(
          community, (local, stranger) -> Math.floorMod(local - stranger, LOCALS) < FOLLOWERS);
    }
    Yardstick before = Yardstick.take();
    List<Round> rounds = new ArrayList<>();
    long idle;
    long after;
    long most;
    try (ServerProcess server = ServerProcess.start(village.folder, village.port);
        Rows rows = new Rows(village.folder)) {
      idle = server.resident();
      for (int i = 0; i < ROUNDS; i++) {
        Round round = round(village, strangers, server, rows, i);
        System.out.printf(
            "round %d: %.0f/s drained, %.3f ms CPU each%n",
            i + 1, round.drained(), round.cpuMillis());
        rounds.add(round);
      }
      after = server.resident();
      most = server.mostResident();
    }
    report(before.and(Yardstick.take()), rounds, List.of(idle, after, most)).publish();
  }

  private Round round(
      Village village, List<Stranger> strangers, ServerProcess server, Rows rows, int round) {
    List<byte[]> requests = requests(village, strangers, round);
    long posts = rows.number("SELECT count(*) FROM posts");
    Duration cpu = server.cpu();
    long began = System.nanoTime();
    Load.Run run = Load.run(server.port, CONNECTIONS, requests, 202);
    rows.awaitEmpty("inbox_queue");
    double seconds = (System.nanoTime() - began) / 1e9;
    Duration used = server.cpu().minus(cpu);
    long more = rows.number("SELECT count(*) FROM posts") - posts;
    if (more != activities) throw new IllegalStateException(more + " posts of " + activities);
    return new Round(run.perSecond(), activities / seconds, used.toMillis() / (double) activities);
  }

  private List<byte[]> requests(Village village, List<Stranger> strangers, int round) {
    Iri inbox = new Iri("http://" + village.authority() + "/inbox");
    Instant now = Instant.now();
    return IntStream.range(0, activities)
        .parallel()
        .mapToObj(i -> {
          Stranger author = strangers.get(i % strangers.size());
          int local = Math.floorMod(i % strangers.size(), LOCALS);
          Kind kind =
              new Kind(
                  i % 10 == 3 ? village.locals.get(local).actor().iri() : null,
                  i % 5 == 1,
                  i % 5 == 2 ? 1 : 0,
                  false,
                  null);
          long number = (long) round * activities + i;
          return author.post(inbox, Notes.create(author, number, kind, now));
        })
        .toList();
  }

  private Report report(Yardstick openssl, List<Round> rounds, List<Long> memory) {
    Report report =
        new Report(
            "inbox",
            """
            %,d `Create` of notes from %d actors on %d hosts, each signed with RSA-2048 beforehand and sent \
            over %d connections; each actor is followed by %d of %d people here, one post in ten mentions \
            somebody here, one in five has a tag, one in five a picture. The actors and their keys are \
            known. *Accepted* counts to the last 202, *drained* to the moment at which every post is stored \
            and on the homes. SQLite. One cold round, then the median of %d. The senders and the yardstick \
            use the same cores. CPU is that of the server for one activity, from request to home.\
            """
                .formatted(
                    activities, ACTORS, HOSTS, CONNECTIONS, FOLLOWERS, LOCALS, rounds.size() - 1));
    Round cold = rounds.getFirst();
    List<Round> warm = rounds.subList(1, rounds.size());
    double accepted = Report.median(warm.stream().map(Round::accepted).toList());
    double drained = Report.median(warm.stream().map(Round::drained).toList());
    double cpu = Report.median(warm.stream().map(Round::cpuMillis).toList());
    String yardstick =
        "openssl verifies %s/s".formatted(Report.number(openssl.verifiesPerSecond()));
    rate(report, "accepted", accepted, "", openssl, yardstick);
    rate(report, "drained", drained, Report.millis(cpu), openssl, yardstick);
    rate(
        report,
        "drained, cold",
        cold.drained(),
        Report.millis(cold.cpuMillis()),
        openssl,
        yardstick);
    report.figure(
        "CPU of a verify within it",
        Report.millis(openssl.verifyCpu()),
        "",
        Report.percent(openssl.verifyCpu() / cpu),
        "CPU of an activity");
    report.figure("resident memory before", memory.get(0) + " MiB", "", "", "");
    report.figure("resident memory after", memory.get(1) + " MiB", "", "", "");
    report.figure("most resident memory", memory.get(2) + " MiB", "", "", "");
    return report;
  }

  private static void rate(
      Report report, String name, double rate, String cpu, Yardstick openssl, String yardstick) {
    report.figure(
        name,
        Report.number(rate) + "/s",
        cpu,
        Report.percent(rate / openssl.verifiesPerSecond()),
        yardstick);
  }
}
