package social.parley.cli;

import org.junit.jupiter.api.Nested;
import social.parley.storage.Databases;

class BackupTest {
  @Nested
  class OnSqlite extends BackupContract {
    @Override
    String database() {
      return "sqlite";
    }

    @Override
    String target() {
      return "sqlite";
    }
  }

  @Nested
  class OnPostgres extends BackupContract {
    @Override
    String database() {
      return Databases.postgresSetting();
    }

    @Override
    String target() {
      return Databases.postgresSetting();
    }
  }
}
