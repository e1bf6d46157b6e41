package social.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import social.parley.cli.Community;

/** How long a start takes, and how much memory a server needs that does nothing. */
final class StartBench {
  private static final int ROUNDS = 7;
  private static final int ACCOUNTS = 20;

  void run() throws IOException, InterruptedException {
    Village village = new Village(Village.emptyFolder("start"), ServerProcess.freePort());
    try (Community community = village.open()) {
      village.people(community, ACCOUNTS);
    }
    Path cache = village.folder.resolve("classes.aot");
    Starts bare = starts(village);
    try (ServerProcess training =
        ServerProcess.start(village.folder, village.port, "-XX:AOTCacheOutput=" + cache)) {
      visit(training, village);
    }
    Starts cached = starts(village, "-XX:AOTCache=" + cache);
    long idle;
    long visited;
    try (ServerProcess server =
        ServerProcess.start(village.folder, village.port, "-XX:AOTCache=" + cache)) {
      Thread.sleep(Duration.ofSeconds(5));
      idle = server.resident();
      visit(server, village);
      Thread.sleep(Duration.ofSeconds(5));
      visited = server.resident();
    }
    Report report =
        new Report(
            "start",
            """
            From the start of the process to the first answer, with an existing database of %d accounts, \
            median of %d. The cache of classes is the one that the first start of `./parley` leaves behind. \
            Memory is resident memory five seconds after the start, and after a home and a profile have been \
            asked for.\
            """
                .formatted(ACCOUNTS, ROUNDS));
    report.figure("start without the cache", bare.wall(), bare.cpu(), "", "");
    report.figure(
        "start with the cache",
        cached.wall(),
        cached.cpu(),
        Report.times(cached.seconds() / bare.seconds()),
        "start without the cache");
    report.figure("resident, idle", idle + " MiB", "", "", "");
    report.figure("resident, after some requests", visited + " MiB", "", "", "");
    report.publish();
  }

  private static void visit(ServerProcess server, Village village) throws IOException {
    String token = village.locals.getFirst().token();
    try (Connection connection = new Connection(server.port)) {
      for (String path :
          List.of(
              "/api/v2/instance",
              "/api/v1/timelines/home",
              "/api/v1/accounts/verify_credentials",
              "/api/v1/accounts/lookup?acct=local1"))
        connection.exchange(Connection.get(village.authority(), path, token));
    }
  }

  private record Starts(double seconds, double cpuSeconds) {
    String wall() {
      return Report.number(seconds) + " s";
    }

    String cpu() {
      return Report.number(cpuSeconds) + " s";
    }
  }

  private static Starts starts(Village village, String... options) {
    List<Double> seconds = new ArrayList<>();
    List<Double> cpuSeconds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++)
      try (ServerProcess server = ServerProcess.start(village.folder, village.port, options)) {
        seconds.add(server.untilReady.toNanos() / 1e9);
        cpuSeconds.add(server.cpuUntilReady.toNanos() / 1e9);
      }
    return new Starts(Report.median(seconds), Report.median(cpuSeconds));
  }
}
