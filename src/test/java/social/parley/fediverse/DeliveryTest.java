package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class DeliveryTest {
  @Nested
  class OnSqlite extends DeliveryContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends DeliveryContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
