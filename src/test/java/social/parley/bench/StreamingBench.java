package social.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import social.parley.cli.Community;

/** What thousands of idle sockets cost, and how soon those connected hear of a post. */
final class StreamingBench {
  private static final int EACH = 100;
  private static final int POSTS = 40;
  private static final Duration PING_ROUND = Duration.ofSeconds(40);

  private final int sockets;
  private Village village;

  StreamingBench(int sockets) {
    this.sockets = sockets;
  }

  private record Heard(double answered, List<Double> after, double last) {}

  void run() throws IOException, InterruptedException {
    village = new Village(Village.emptyFolder("streaming"), ServerProcess.freePort());
    try (Community community = village.open()) {
      village.people(community, Math.max(6, sockets / EACH));
      village.acquaint(community);
    }
    try (ServerProcess server = ServerProcess.start(village.folder, village.port);
        Crowd crowd = new Crowd(server.port, village.authority())) {
      for (int i = 0; i < POSTS; i++) post(server, i);
      Thread.sleep(Duration.ofSeconds(5));
      long before = server.resident();
      long began = System.nanoTime();
      crowd.open(paths("user", sockets));
      double opening = (System.nanoTime() - began) / 1e9;
      Duration cpu = server.cpu();
      Thread.sleep(PING_ROUND);
      long idle = server.resident();
      double idleCpu = server.cpu().minus(cpu).toNanos() / 1e9 / PING_ROUND.toSeconds();
      Heard home = heard(server, crowd, 5 * EACH);
      int strangers = Math.min(1000, 20 * village.locals.size());
      crowd.open(paths("public", strangers));
      Heard open = heard(server, crowd, 5 * EACH + strangers);
      long most = server.mostResident();
      if (crowd.closed() > 0) throw new IllegalStateException(crowd.closed() + " were closed");
      publish(before, idle, most, opening, idleCpu, home, open, strangers);
    }
  }

  private List<String> paths(String stream, int number) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int person = stream.equals("user") ? i / EACH : i % village.locals.size();
      paths.add(
          "/api/v1/streaming?stream=%s&access_token=%s"
              .formatted(stream, village.locals.get(person).token()));
    }
    return paths;
  }

  private void post(ServerProcess server, int number) throws IOException {
    byte[] body =
        ("status=" + "A+post+of+some+length,+as+people+write+them.+".repeat(4) + number)
            .getBytes(UTF_8);
    String headers =
        "Content-Type: application/x-www-form-urlencoded\r\nAuthorization: Bearer "
            + village.locals.getFirst().token()
            + "\r\n";
    try (Connection connection = new Connection(server.port)) {
      int status =
          connection
              .exchange(Connection.post(village.authority(), "/api/v1/statuses", headers, body))
              .status();
      if (status != 200) throw new IllegalStateException("posting answered " + status);
    }
  }

  /** Posts one after the other, each heard by so many (and by its author's own sockets). */
  private Heard heard(ServerProcess server, Crowd crowd, int listeners)
      throws IOException, InterruptedException {
    List<Double> answered = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      crowd.arrivals().clear();
      long began = System.nanoTime();
      post(server, i);
      answered.add((System.nanoTime() - began) / 1e6);
      long end = System.nanoTime() + 20_000_000_000L;
      while (crowd.arrivals().size() < listeners + EACH && System.nanoTime() < end) Thread.sleep(1);
      if (crowd.arrivals().size() < listeners)
        throw new IllegalStateException("only " + crowd.arrivals().size() + " have heard");
      List<Double> times =
          crowd.arrivals().stream().map(one -> (one.at() - began) / 1e6).sorted().toList();
      // The first round warms up.
      if (i >= POSTS / 4) {
        after.addAll(times);
        last.add(times.getLast());
      }
    }
    return new Heard(Report.median(answered), after, Report.median(last));
  }

  private void publish(
      long before,
      long idle,
      long most,
      double opening,
      double idleCpu,
      Heard home,
      Heard open,
      int strangers)
      throws IOException {
    Report report =
        new Report(
            "streaming",
            """
            %,d WebSockets of %d people on the stream `user`, opened by another process from 50 addresses, which \
            answers pings. *Idle* is resident memory 40 seconds after the last was opened, when each has been pinged. \
            Then one of them posts %d times: the homes of five others, with %d sockets each, hear it; then %,d strangers \
            on `public` as well. Times are from the first byte of the request that posts to the arrival, so they hold the \
            request and its commit too; what the request alone takes stands beside it. The process that listens uses \
            the same cores.\
            """
                .formatted(sockets, village.locals.size(), POSTS, EACH, strangers));
    report.figure("resident before", before + " MiB", "", "", "");
    report.figure("resident, all idle", idle + " MiB", "", "", "");
    report.figure(
        "memory of a socket",
        Report.number((idle - before) * 1024.0 / sockets) + " KiB",
        "",
        "",
        "");
    report.figure("most resident memory", most + " MiB", "", "", "");
    report.figure(
        "opening",
        Report.number(sockets / opening) + "/s",
        Report.percent(idleCpu) + " of a core while idle",
        "",
        "");
    line(report, "heard on homes", home);
    line(report, "heard by strangers, too", open);
    report.publish();
  }

  private static void line(Report report, String name, Heard heard) {
    double median = Report.median(heard.after());
    report.figure(
        name,
        "half within %s, the last within %s"
            .formatted(Report.millis(median), Report.millis(heard.last())),
        "",
        Report.times(median / heard.answered()),
        "the request, answered within " + Report.millis(heard.answered()));
  }
}
