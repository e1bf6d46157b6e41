package social.parley;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {
  @Nested
  class OnSqlite extends StreamsContract {
    @TempDir Path data;

    @Override
    Village open() {
      return Village.onSqlite(data);
    }
  }

  @Nested
  class OnPostgres extends StreamsContract {
    @TempDir Path data;

    @Override
    Village open() {
      return Village.onPostgres(data);
    }
  }
}
