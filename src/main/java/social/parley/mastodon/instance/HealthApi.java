package social.parley.mastodon.instance;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.http.Endpoints;
import social.parley.storage.Database;

/**
 * {@code /api/v1/pleroma/healthcheck}: whether the data can be read, and how much memory is used.
 */
public final class HealthApi implements Endpoints {
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
    boolean reads = database.read(db -> db.query("SELECT 1").mapTo(int.class).one()) == 1;
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
    ctx.status(reads ? 200 : 503).json(new Health(reads, used));
  }
}
