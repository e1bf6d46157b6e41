package social.parley;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {
  @Nested
  class OnSqlite extends ConversationsContract {
    @TempDir Path data;

    @Override
    Village open() {
      return Village.onSqlite(data);
    }
  }

  @Nested
  class OnPostgres extends ConversationsContract {
    @TempDir Path data;

    @Override
    Village open() {
      return Village.onPostgres(data);
    }
  }
}
