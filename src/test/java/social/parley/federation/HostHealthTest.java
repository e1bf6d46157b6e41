package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.TestClock;
import social.parley.federation.HostHealth.Failing;
import social.parley.storage.Database;
import social.parley.storage.Databases;

/** What is known of hosts that fail, when several threads find out something at the same time. */
class HostHealthTest {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private Database database;
  private HostHealth health;

  private void open() {
    database = Databases.sqlite(folder);
    health = new HostHealth(database, clock, new Random(1));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Failing> stored() {
    return database.read(db -> db.query("SELECT * FROM failing_hosts").mapTo(Failing.class).list());
  }

  @Test
  void whatIsFoundOutWhileAllIsReadAgainStays() {
    open();
    for (String host : List.of("recovers.test", "fails.test", "calm.test"))
      health.fails(host, "down", null);
    Map<String, Failing> before = health.known();
    List<Failing> stored = stored();
    health.works("recovers.test");
    health.fails("fails.test", "still down", Duration.ofHours(1));
    health.fails("new.test", "down", null);
    health.takeOver(before, stored);
    assertThat(health.isFailing("recovers.test")).isFalse();
    assertThat(health.known().get("fails.test").failures()).isEqualTo(2);
    assertThat(health.isFailing("new.test")).isTrue();
    assertThat(health.known().get("calm.test").failures()).isEqualTo(1);
  }

  @Test
  void whatTheStaffDecidesElsewhereIsTakenOver() {
    open();
    health.fails("down.test", "down", null);
    Backlog elsewhere = new Backlog(database, clock);
    elsewhere.retry("down.test");
    elsewhere.stop("bad.test");
    health.readAgain();
    assertThat(health.state("down.test")).isInstanceOf(HostHealth.State.Healthy.class);
    assertThat(health.state("bad.test")).isInstanceOf(HostHealth.State.GivenUp.class);
  }
}
