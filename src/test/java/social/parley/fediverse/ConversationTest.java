package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class ConversationTest {
  @Nested
  class OnSqlite extends ConversationContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ConversationContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
