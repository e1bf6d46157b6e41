package social.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import social.parley.bench.Village.Local;
import social.parley.cli.Community;

/** How fast one post reaches followers who all have inboxes of their own. */
final class DeliveryBench {
  private static final int ROUNDS = 4;
  private static final int ON_ONE_HOST = 50;
  private final int followers;

  DeliveryBench(int followers) {
    this.followers = followers;
  }

  private record Round(double perSecond, double cpuMillis) {}

  private record Case(String name, List<Round> rounds, int connections) {}

  void run() throws IOException {
    Yardstick before = Yardstick.take();
    Case apart = measure("a host for each inbox", followers);
    Case together = measure(ON_ONE_HOST + " inboxes on each host", followers / ON_ONE_HOST);
    report(before.and(Yardstick.take()), List.of(apart, together)).publish();
  }

  private Case measure(String name, int hosts) throws IOException {
    try (Receiver receiver = new Receiver()) {
      Village village = new Village(Village.emptyFolder("delivery"), ServerProcess.freePort());
      try (Community community = village.open()) {
        village.people(community, 1);
        village.strangers(community, Stranger.some(followers, hosts, receiver.port()));
        village.following(community, village.locals.getFirst());
      }
      List<Round> rounds = new ArrayList<>();
      try (ServerProcess server = ServerProcess.start(village.folder, village.port);
          Rows rows = new Rows(village.folder)) {
        for (int i = 0; i < ROUNDS; i++) rounds.add(round(village, server, rows, receiver, i));
      }
      return new Case(name, rounds, receiver.connections());
    }
  }

  private Round round(
      Village village, ServerProcess server, Rows rows, Receiver receiver, int round) {
    byte[] body =
        ("{\"status\": \"Post number " + round + " for everybody who follows me. #delivery\"}")
            .getBytes(StandardCharsets.UTF_8);
    Local author = village.locals.getFirst();
    String headers =
        "Authorization: Bearer " + author.token() + "\r\nContent-Type: application/json\r\n";
    byte[] request = Connection.post(village.authority(), "/api/v1/statuses", headers, body);
    int arrived = receiver.received();
    Duration cpu = server.cpu();
    long began = System.nanoTime();
    Load.run(server.port, 1, List.of(request), 200);
    rows.awaitEmpty("deliveries");
    double seconds = (System.nanoTime() - began) / 1e9;
    Duration used = server.cpu().minus(cpu);
    int more = receiver.received() - arrived;
    if (more != followers) throw new IllegalStateException(more + " deliveries of " + followers);
    return new Round(followers / seconds, used.toMillis() / (double) followers);
  }

  private Report report(Yardstick openssl, List<Case> cases) {
    Report report =
        new Report(
            "delivery",
            """
            One public post by somebody with %,d followers, each with an inbox of their own, delivered over HTTP \
            to one process that answers 202 for all of them. Counted from the request that posts to the moment at \
            which the last delivery is done and written down. One cold round, then the median of %d. The receiver \
            and the yardstick use the same cores; signing is one RSA-2048 operation for each delivery.\
            """
                .formatted(followers, ROUNDS - 1));
    String yardstick = "openssl signs %s/s".formatted(Report.number(openssl.signsPerSecond()));
    for (Case one : cases) {
      List<Round> warm = one.rounds().subList(1, one.rounds().size());
      add(report, one.name(), warm, openssl, yardstick);
      add(report, one.name() + ", cold", one.rounds().subList(0, 1), openssl, yardstick);
    }
    double cpu =
        Report.median(cases.getFirst().rounds().stream().skip(1).map(Round::cpuMillis).toList());
    report.figure(
        "CPU of a signature within it",
        Report.millis(openssl.signCpu()),
        "",
        Report.percent(openssl.signCpu() / cpu),
        "CPU of a delivery");
    return report;
  }

  private static void add(
      Report report, String name, List<Round> rounds, Yardstick openssl, String yardstick) {
    double rate = Report.median(rounds.stream().map(Round::perSecond).toList());
    report.figure(
        name,
        Report.number(rate) + "/s",
        Report.millis(Report.median(rounds.stream().map(Round::cpuMillis).toList())),
        Report.percent(rate / openssl.signsPerSecond()),
        yardstick);
  }
}
