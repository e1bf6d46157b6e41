package social.parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.core.TestClock;
import social.parley.fediverse.Await;
import social.parley.jobs.Jobs;
import social.parley.posts.Network;
import social.parley.posts.Post;
import social.parley.posts.PostPublished;
import social.parley.posts.Town;
import social.parley.storage.Databases;
import social.parley.storage.Subscribers;

/** An index that was left behind, at any moment, comes up to the database again. */
class RecoveryTest {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private Town town;
  private Search search;
  private Actor ada;

  @BeforeEach
  void build() {
    town = new Town("alpha.test", new Network(), Databases.sqlite(folder), clock, folder);
    search = open(folder.resolve("index"));
    town.database.subscribe(new Subscribers().on(PostPublished.class, search.feed()::published));
    ada = town.person("ada");
  }

  private Search open(Path where) {
    return open(where, clock);
  }

  private Search open(Path where, Clock clock) {
    return new Search(
        new Search.Needs(
            town.database,
            town.ids,
            clock,
            new Jobs(town.database, town.ids, clock, new Random(1)),
            town.actors,
            town.circles,
            town.media,
            town.posts,
            where));
  }

  @AfterEach
  void close() {
    search.close();
    town.close();
  }

  private static Stream<String> found(Search search, Actor who, String words) {
    PostBounds all = new PostBounds(null, -1, Long.MAX_VALUE, 0, 20);
    return search.look().posts(who.id(), words, all).stream().map(Post::source);
  }

  /** What a killed process leaves in its folder. */
  private Path left(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.toList())
        if (!file.endsWith("write.lock")) Files.copy(file, copy.resolve(file.getFileName()));
    }
    return copy;
  }

  @Test
  void whatWasNotCommittedIsTakenFromTheLogAgain() throws IOException {
    town.say(ada, "first words");
    assertThat(found(search, ada, "words")).containsExactly("first words");
    clock.advance(Duration.ofMinutes(1));
    town.say(ada, "second words");
    assertThat(found(search, ada, "words")).hasSize(2);
    Path copy = left("killed");
    clock.advance(Duration.ofMinutes(1));
    town.say(ada, "third words");
    try (Search next = open(copy)) {
      assertThat(found(next, ada, "words"))
          .containsExactly("third words", "second words", "first words");
    }
  }

  @Test
  void whoWasAwayForLongBeginsAnew() throws IOException {
    town.say(ada, "old words");
    assertThat(found(search, ada, "words")).hasSize(1);
    search.close();
    Path copy = left("away");
    clock.advance(Duration.ofDays(3));
    town.say(ada, "new words");
    town.database.run(tx -> tx.update("DELETE FROM search_log").execute());
    try (Search next = open(copy)) {
      assertThat(found(next, ada, "words")).containsExactly("new words", "old words");
    }
  }

  /** While the thread that follows asks it for the time, the server stops. */
  private final class StoppingClock extends Clock {
    final CompletableFuture<Search> started = new CompletableFuture<>();
    final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().equals("search") && !interrupted.isDone()) {
        Thread stop = Thread.ofPlatform().start(started.join()::close);
        Await.until("the stop waits", () -> stop.getState() == Thread.State.WAITING);
        interrupted.complete(Thread.currentThread().isInterrupted());
      }
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return clock.withZone(zone);
    }
  }

  @Test
  void whoeverStopsItLetsItEndWhatItWrites() {
    town.say(ada, "some words");
    StoppingClock stopping = new StoppingClock();
    Path where = folder.resolve("stopped");
    try (Search one = open(where, stopping)) {
      one.start();
      stopping.started.complete(one);
      assertThat(stopping.interrupted.join()).isFalse();
    }
    try (Search next = open(where)) {
      assertThat(found(next, ada, "words")).containsExactly("some words");
    }
  }

  @Test
  void aBrokenIndexIsMadeAnew() throws IOException {
    town.say(ada, "some words");
    assertThat(found(search, ada, "words")).hasSize(1);
    search.close();
    Path copy = left("broken");
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.toList())
        if (file.getFileName().toString().startsWith("segments_"))
          Files.writeString(file, "not an index");
    }
    try (Search next = open(copy)) {
      assertThat(found(next, ada, "words")).containsExactly("some words");
    }
  }
}
