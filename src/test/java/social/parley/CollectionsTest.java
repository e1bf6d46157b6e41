package social.parley;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class CollectionsTest {
  @Nested
  class OnSqlite extends CollectionsContract {
    @TempDir Path data;

    @Override
    Village open() {
      return Village.onSqlite(data);
    }
  }

  @Nested
  class OnPostgres extends CollectionsContract {
    @TempDir Path data;

    @Override
    Village open() {
      return Village.onPostgres(data);
    }
  }
}
