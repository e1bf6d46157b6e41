package social.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import social.parley.bench.Notes.Kind;
import social.parley.cli.Community;
import social.parley.core.Iri;

/** How long the post of one host takes to be on a home while another host sends all it can. */
final class FloodBench {
  private static final int ACTORS = 40;
  private static final int LOCALS = 20;
  private static final int FOLLOWERS = 5;
  private static final int CONNECTIONS = 64;
  private static final int IDLE_POSTS = 40;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final int activities;
  private long number = 0;

  FloodBench(int activities) {
    this.activities = activities;
  }

  private record Delays(List<Double> millis) {
    double median() {
      return Report.median(millis);
    }

    double within(double share) {
      List<Double> sorted = millis.stream().sorted().toList();
      return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
  }

  void run() throws IOException, InterruptedException {
    Village village = new Village(Village.emptyFolder("flood"), ServerProcess.freePort());
    List<Stranger> strangers = Stranger.some(ACTORS, 2, 9);
    try (Community community = village.open()) {
      village.people(community, LOCALS);
      village.strangers(community, strangers);
      village.followed(
          community, (local, stranger) -> Math.floorMod(local - stranger, LOCALS) < FOLLOWERS);
    }
    try (ServerProcess server = ServerProcess.start(village.folder, village.port);
        Rows rows = new Rows(village.folder)) {
      // Once cold, so that both measurements find a server that is warm.
      during(flood(village, strangers, server, activities / 5), village, strangers, rows);
      rows.awaitEmpty("inbox_queue");
      Delays idle = idle(village, strangers, rows);
      Duration cpu = server.cpu();
      long began = System.nanoTime();
      CompletableFuture<Void> flood =
          flood(village, strangers, server, activities).thenRun(() -> awaitEmpty(village));
      Delays flooded = during(flood, village, strangers, rows);
      double seconds = (System.nanoTime() - began) / 1e9;
      double each = server.cpu().minus(cpu).toMillis() / (double) activities;
      report(idle, flooded, seconds, each).publish();
    }
  }

  private static void awaitEmpty(Village village) {
    try (Rows rows = new Rows(village.folder)) {
      rows.awaitEmpty("inbox_queue");
    }
  }

  /** All at once from the first host. */
  private CompletableFuture<Void> flood(
      Village village, List<Stranger> strangers, ServerProcess server, int size) {
    List<byte[]> requests =
        IntStream.range(0, size)
            .mapToObj(i -> request(village, strangers.get(i * 2 % ACTORS)))
            .toList();
    return CompletableFuture.runAsync(() -> Load.run(server.port, CONNECTIONS, requests, 202));
  }

  private byte[] request(Village village, Stranger author) {
    Iri inbox = new Iri("http://" + village.authority() + "/inbox");
    return author.post(inbox, Notes.create(author, ++number, Kind.PLAIN, Instant.now()));
  }

  private Delays idle(Village village, List<Stranger> strangers, Rows rows)
      throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < IDLE_POSTS; i++) millis.add(delay(village, strangers, rows));
    return new Delays(millis);
  }

  /** One post after the other from the second host for as long as something goes on. */
  private Delays during(
      CompletableFuture<Void> event, Village village, List<Stranger> strangers, Rows rows)
      throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    while (!event.isDone()) millis.add(delay(village, strangers, rows));
    event.join();
    return new Delays(millis);
  }

  /** From the first byte of the request until the post is stored and on the homes. */
  private double delay(Village village, List<Stranger> strangers, Rows rows)
      throws IOException, InterruptedException {
    Thread.sleep(PAUSE);
    Stranger author = strangers.get((int) (number % (ACTORS / 2)) * 2 + 1);
    byte[] request = request(village, author);
    String stored = "SELECT count(*) FROM posts WHERE iri = '" + Notes.iri(author, number) + "'";
    try (Connection connection = new Connection(village.port)) {
      long began = System.nanoTime();
      Answer answer = connection.exchange(request);
      if (answer.status() != 202) throw new IllegalStateException("status " + answer.status());
      while (rows.number(stored) == 0) Thread.sleep(2);
      return (System.nanoTime() - began) / 1e6;
    }
  }

  private Report report(Delays idle, Delays flooded, double seconds, double cpu) {
    Report report =
        new Report(
            "flood",
            """
            One host sends %,d `Create` of notes over %d connections as fast as they are answered, each followed by \
            %d of %d people here; meanwhile another host sends one after the other. *Delay* is from the first byte of \
            its request to the moment at which its post is stored and on the homes, until the flood has drained, too. \
            The yardstick is the same delay on the same server with nothing else to do. The senders use the same cores.\
            """
                .formatted(activities, CONNECTIONS, FOLLOWERS, LOCALS));
    String yardstick = "idle: half within " + Report.millis(idle.median());
    report.figure(
        "flood", "%.0f/s drained".formatted(activities / seconds), Report.millis(cpu), "", "");
    report.figure(
        "delay in the flood, half of %d within".formatted(flooded.millis().size()),
        Report.millis(flooded.median()),
        "",
        Report.times(flooded.median() / idle.median()),
        yardstick);
    report.figure(
        "within which 95 % are",
        Report.millis(flooded.within(0.95)),
        "",
        Report.times(flooded.within(0.95) / idle.median()),
        yardstick);
    report.figure(
        "longest delay in the flood",
        Report.millis(flooded.within(1)),
        "",
        Report.times(flooded.within(1) / idle.median()),
        yardstick);
    return report;
  }
}
