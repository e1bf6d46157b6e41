package social.parley.mastodon.instance;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.http.Endpoints;
import social.parley.storage.Database;

/**
 * {@code /api/v1/pleroma/healthcheck}: whether the data can be read and written, and how much
 * memory is used.
 */
public final class HealthApi implements Endpoints {
  private static final Logger log = LoggerFactory.getLogger(HealthApi.class);
  private static final long MEBIBYTE = 1 << 20;

  private final Database database;

  public HealthApi(Database database) {
    this.database = database;
  }

  private record Health(boolean healthy, long memoryUsed) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/pleroma/healthcheck", this::show);
  }

  private void show(Context ctx) {
    boolean healthy = isHealthy();
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
    ctx.status(healthy ? 200 : 503).json(new Health(healthy, used));
  }

  /** A write that finds nothing to change, which a database that takes none refuses too. */
  private boolean isHealthy() {
    try {
      database.read(db -> db.query("SELECT 1").mapTo(int.class).one());
      database.run(tx -> tx.update("DELETE FROM completions WHERE id < 0").execute());
      return true;
    } catch (RuntimeException | Error broken) {
      log.error("the database cannot be read and written", broken);
      return false;
    }
  }
}
