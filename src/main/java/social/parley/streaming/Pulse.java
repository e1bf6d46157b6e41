package social.parley.streaming;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes every connection beat, a part of them each second, so that no moment has them all. */
final class Pulse implements AutoCloseable {
  private static final int PARTS = Math.toIntExact(Streams.BEAT.toSeconds());

  private final Registry registry;
  private @Nullable ScheduledExecutorService clock;
  private boolean closed;
  private int part;

  Pulse(Registry registry) {
    this.registry = registry;
  }

  /** Begins with the first connection. */
  synchronized void start() {
    if (clock != null || closed) return;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("streaming-pulse").factory());
    var unused = clock.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  private void beat() {
    part = (part + 1) % PARTS;
    List<Connection> all = registry.all();
    for (Connection one : all)
      if (Math.floorMod(System.identityHashCode(one), PARTS) == part) one.beat();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (clock != null) clock.shutdownNow();
  }
}
