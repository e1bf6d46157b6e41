package social.parley.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.notifications.Markers.Marker;
import social.parley.posts.Network;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Databases;

/** What markers promise on every database. */
class MarkersTest {
  abstract static class Contract {
    @TempDir Path folder;

    abstract Database open(Path folder);

    @Test
    void twoDevicesAtOnceAreAConflictAndNothingOfTheLaterMoves() {
      TestClock clock = new TestClock();
      try (Town town = new Town("alpha.test", new Network(), open(folder), clock, folder)) {
        Markers markers =
            new Markers(town.database, clock, new RecentNotifications(town.database, town.actors));
        var me = town.person("ada").id();
        Map<String, Marker> none = Map.of();
        Map<String, Marker> first = markers.move(me, Map.of("home", 5L), none);
        assertThat(first.get("home").version()).isEqualTo(1);
        assertThatThrownBy(() -> markers.move(me, Map.of("notifications", 3L, "home", 6L), none))
            .isInstanceOf(Refused.Conflict.class);
        assertThat(markers.read(me, List.of("home", "notifications"))).isEqualTo(first);
        Map<String, Marker> second = markers.move(me, Map.of("home", 7L), first);
        assertThat(second.get("home").version()).isEqualTo(2);
        assertThatThrownBy(() -> markers.move(me, Map.of("home", 6L), first))
            .isInstanceOf(Refused.Conflict.class);
        assertThat(markers.lastRead(me, "home")).isEqualTo(7);
      }
    }
  }

  @Nested
  class OnSqlite extends Contract {
    @Override
    Database open(Path folder) {
      return Databases.sqlite(folder.resolve("db"));
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @Override
    Database open(Path folder) {
      return Databases.postgres();
    }
  }
}
