package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.storage.Database;
import social.parley.storage.Databases;
import tools.jackson.databind.node.ObjectNode;

/** A server that is killed while much comes in or goes out loses nothing and does nothing twice. */
class CrashTest {
  private static final int INBOXES = 300;

  @TempDir Path folder;
  private final int port = Node.freePort();

  private Process server(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Serving.class.getName(),
                folder.toString(),
                Integer.toString(port)));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    awaitLine(process.inputReader(), "ready");
    return process;
  }

  private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(wanted)) line = lines.readLine();
    assertThat(line).isEqualTo(wanted);
  }

  @Test
  void everyAcknowledgedActivityHasItsEffectOnce() throws Exception {
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    try (FakePeer peer = FakePeer.local(Clock.systemUTC())) {
      Iri inbox = new Iri("http://127.0.0.1:" + port + "/inbox");
      List<Iri> senders = IntStream.range(0, 8).mapToObj(i -> peer.actor("s" + i)).toList();
      Process first = server();
      CountDownLatch flooded = new CountDownLatch(400);
      try (ExecutorService flood = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> sending = new ArrayList<>();
        for (Iri sender : senders)
          sending.add(flood.submit(() -> send(peer, inbox, sender, acknowledged, flooded)));
        flooded.await();
        first.destroyForcibly().waitFor();
        for (Future<?> one : sending) one.get();
      }
      Process second = server();
      second.getOutputStream().close();
      awaitLine(second.inputReader(), "settled");
      second.waitFor();
    }
    try (Database database = Databases.sqlite(folder)) {
      List<String> effects =
          database.read(db -> db.query("SELECT iri FROM effects").mapTo(String.class).list());
      assertThat(effects).doesNotHaveDuplicates().containsAll(acknowledged);
    }
  }

  /** Sends until the server is gone. */
  private static void send(
      FakePeer peer, Iri inbox, Iri sender, Set<String> acknowledged, CountDownLatch flooded) {
    for (int i = 0; true; i++) {
      String name = sender.value().replaceAll(".*/", "") + "-" + i;
      ObjectNode create = peer.activity(sender, "Create", name);
      create.set("object", peer.note(sender, name));
      try {
        if (peer.post(inbox, sender, create) != 202) continue;
      } catch (RuntimeException gone) {
        return;
      }
      acknowledged.add(create.path("id").asString());
      flooded.countDown();
    }
  }

  @Test
  void everyDeliveryArrives() throws Exception {
    try (FakePeer peer = FakePeer.local(Clock.systemUTC())) {
      Process first = server(peer.base);
      peer.awaitArrivals(INBOXES / 3, 60);
      first.destroyForcibly().waitFor();
      Process second = server();
      second.getOutputStream().close();
      awaitLine(second.inputReader(), "settled");
      second.waitFor();
      Set<String> arrived = new HashSet<>(peer.asked);
      assertThat(arrived)
          .containsAll(IntStream.range(0, INBOXES).mapToObj(i -> "POST /i" + i).toList());
    }
  }

  /** Serves until its input ends; then says when all is done, and ends. */
  static final class Serving {
    private Serving() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      Map<String, String> where =
          Map.of(
              "PARLEY_URL", "http://127.0.0.1:" + args[1],
              "PARLEY_LISTEN", "127.0.0.1:" + args[1]);
      Database database = Databases.sqlite(folder);
      database.run(tx -> tx.update("CREATE TABLE IF NOT EXISTS effects (iri TEXT)").execute());
      Node node = new Node("crash.test", folder, database, Clock.systemUTC(), where);
      node.handler =
          received ->
              tx ->
                  tx.update("INSERT INTO effects (iri) VALUES (:iri)")
                      .bind("iri", received.activity().id())
                      .execute();
      node.federation.start();
      System.out.println("ready");
      if (args.length > 2) fanOut(node, args[2]);
      while (System.in.read() >= 0) continue;
      Node.settle(node);
      System.out.println("settled");
      System.exit(0);
    }

    private static void fanOut(Node node, String peer) {
      Actor anna = node.person("anna");
      Iri[] inboxes =
          IntStream.range(0, INBOXES).mapToObj(i -> new Iri(peer + "/i" + i)).toArray(Iri[]::new);
      Activity like =
          new Activity.Like(
              Envelope.of(new Iri(anna.iri() + "/likes/1"), anna.iri(), Audience.NONE),
              Ref.of(new Iri(peer + "/note")));
      node.send(anna, like, inboxes);
    }
  }
}
