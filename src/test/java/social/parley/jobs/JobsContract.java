package social.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Database;

/** What jobs do, on every kind of database. */
abstract class JobsContract {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final List<Greeting> done = new ArrayList<>();
  private Database database;
  private Jobs jobs;

  record Greeting(String to, PostId about, Iri from, Instant at) {}

  abstract Database open();

  @BeforeEach
  void begin() {
    database = open();
    jobs = jobs();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Jobs jobs() {
    return new Jobs(database, new Ids(clock, new Random(1)), clock, new Random(1));
  }

  private static Greeting greeting(String to) {
    return new Greeting(to, new PostId(5), new Iri("https://a.test/1"), START);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Test
  void runsInOrderOnce() {
    jobs.handle("greet", Greeting.class, done::add);
    database.run(tx -> {
      jobs.enqueue(tx, "greet", greeting("a"));
      jobs.enqueue(tx, "greet", greeting("b"));
    });
    assertThat(jobs.nextDue()).contains(START);
    assertThat(jobs.runDue()).isTrue();
    assertThat(done).containsExactly(greeting("a"), greeting("b"));
    assertThat(jobs.runDue()).isFalse();
    assertThat(jobs.nextDue()).isEmpty();
  }

  @Test
  void waitsUntilDueAndForTheCommit() {
    jobs.handle("greet", Greeting.class, done::add);
    Instant later = START.plusSeconds(60);
    database.run(tx -> jobs.enqueue(tx, "greet", greeting("a"), later));
    try {
      database.run(tx -> {
        jobs.enqueue(tx, "greet", greeting("never"));
        throw new Refused.Conflict("no");
      });
    } catch (Refused.Conflict expected) {
      assertThat(jobs.nextDue()).contains(later);
    }
    assertThat(jobs.runDue()).isFalse();
    pass(Duration.ofSeconds(60));
    assertThat(jobs.runDue()).isTrue();
    assertThat(done).containsExactly(greeting("a"));
  }

  @Test
  void aJobMayEnqueueOthers() {
    jobs.handle("last", Greeting.class, done::add);
    jobs.handle(
        "first",
        Greeting.class,
        greeting -> database.run(tx -> jobs.enqueue(tx, "last", greeting)));
    database.run(tx -> jobs.enqueue(tx, "first", greeting("a")));
    jobs.runDue();
    assertThat(done).containsExactly(greeting("a"));
  }

  @Test
  void failuresPauseLongerAndLongerAndAreParkedAtLast() {
    List<Instant> tries = new ArrayList<>();
    jobs.handle(
        "fail",
        Greeting.class,
        greeting -> {
          tries.add(clock.instant());
          throw new Refused.Unavailable("the peer is asleep");
        });
    database.run(tx -> jobs.enqueue(tx, "fail", greeting("a")));
    while (jobs.nextDue().isPresent()) {
      now.set(jobs.nextDue().get());
      jobs.runDue();
    }
    assertThat(tries).hasSize(Jobs.MOST_ATTEMPTS);
    for (int i = 2; i < 6; i++)
      assertThat(Duration.between(tries.get(i - 1), tries.get(i)))
          .isGreaterThan(Duration.between(tries.get(i - 2), tries.get(i - 1)));
    assertThat(jobs.parked(10))
        .singleElement()
        .satisfies(parked -> {
          assertThat(parked.reason()).contains("the peer is asleep");
          assertThat(parked.attempts()).isEqualTo(Jobs.MOST_ATTEMPTS);
          assertThat(jobs.unpark(parked.id())).isTrue();
        });
    assertThat(jobs.parked(10)).isEmpty();
    assertThat(jobs.runDue()).isTrue();
    assertThat(tries).hasSize(Jobs.MOST_ATTEMPTS + 1);
  }

  @Test
  void aTakenJobComesBackWhenItsTakerDies() {
    jobs.handle("greet", Greeting.class, done::add);
    database.run(tx -> jobs.enqueue(tx, "greet", greeting("a")));
    assertThat(jobs.take(5)).hasSize(1);
    Jobs next = jobs();
    next.handle("greet", Greeting.class, done::add);
    assertThat(next.runDue()).isFalse();
    pass(Jobs.LEASE);
    assertThat(next.runDue()).isTrue();
    assertThat(done).containsExactly(greeting("a"));
  }

  @Test
  void twoTakersNeverDoTheSame() {
    Queue<String> greeted = new ConcurrentLinkedQueue<>();
    Jobs other = jobs();
    for (Jobs one : List.of(jobs, other))
      one.handle("greet", Greeting.class, greeting -> greeted.add(greeting.to()));
    List<String> all = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
    database.run(tx -> all.forEach(to -> jobs.enqueue(tx, "greet", greeting(to))));
    try (var takers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Jobs one : List.of(jobs, other, jobs, other)) takers.submit(one::runDue);
    }
    assertThat(greeted).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void unknownKindsStayForThoseWhoKnowThem() {
    database.run(tx -> jobs.enqueue(tx, "greet", greeting("a")));
    jobs.handle("other", Greeting.class, greeting -> {});
    assertThat(jobs.runDue()).isFalse();
    jobs.handle("greet", Greeting.class, done::add);
    assertThat(jobs.runDue()).isTrue();
  }

  @Test
  void aJobOfAFarFutureHoldsUpNone() throws InterruptedException {
    BlockingQueue<String> greeted = new LinkedBlockingQueue<>();
    jobs.handle("greet", Greeting.class, greeting -> greeted.add(greeting.to()));
    Instant far = START.plus(Duration.ofDays(200_000));
    database.run(tx -> jobs.enqueue(tx, "greet", greeting("later"), far));
    jobs.start();
    try {
      for (String who : List.of("a", "b")) {
        database.run(tx -> jobs.enqueue(tx, "greet", greeting(who)));
        assertThat(greeted.poll(20, TimeUnit.SECONDS)).isEqualTo(who);
      }
    } finally {
      jobs.stop();
    }
  }

  @Test
  void startedItWakesAfterCommit() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(3);
    jobs.handle("greet", Greeting.class, greeting -> ran.countDown());
    jobs.every(Duration.ofHours(1), "tidy", ran::countDown);
    jobs.start();
    database.run(tx -> jobs.enqueue(tx, "greet", greeting("a")));
    database.run(tx -> jobs.enqueue(tx, "greet", greeting("b")));
    ran.await();
    jobs.stop();
    assertThat(jobs.nextDue()).contains(START.plus(Duration.ofHours(1)));
  }

  @Test
  void whatWaitsForOthersHoldsUpNothingElse() throws InterruptedException {
    BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    BlockingQueue<String> greeted = new LinkedBlockingQueue<>();
    CountDownLatch open = new CountDownLatch(1);
    jobs.handleSlow(
        "wait",
        Greeting.class,
        greeting -> {
          begun.add(greeting.to());
          open.await();
        });
    jobs.handle("greet", Greeting.class, greeting -> greeted.add(greeting.to()));
    database.run(tx -> {
      for (int i = 0; i < 20; i++) jobs.enqueue(tx, "wait", greeting("slow " + i));
    });
    jobs.start();
    try {
      for (int i = 0; i < Jobs.Lane.SLOW.mostAtOnce(); i++)
        assertThat(begun.poll(20, TimeUnit.SECONDS)).isNotNull();
      database.run(tx -> jobs.enqueue(tx, "greet", greeting("a")));
      assertThat(greeted.poll(20, TimeUnit.SECONDS)).isEqualTo("a");
      assertThat(begun).isEmpty();
      open.countDown();
      assertThat(begun.poll(20, TimeUnit.SECONDS)).isNotNull();
    } finally {
      open.countDown();
      jobs.stop();
    }
  }
}
