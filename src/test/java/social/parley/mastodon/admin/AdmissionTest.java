package social.parley.mastodon.admin;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class AdmissionTest {
  @Nested
  class OnSqlite extends AdmissionContract {
    @Override
    Fediverse open() {
      return Fediverse.of();
    }
  }

  @Nested
  class OnPostgres extends AdmissionContract {
    @Override
    Fediverse open() {
      return Fediverse.onPostgres();
    }
  }
}
