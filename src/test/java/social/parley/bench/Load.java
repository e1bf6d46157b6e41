package social.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many requests over a number of connections, each sending the next as soon as it has an answer.
 */
final class Load {
  private Load() {}

  /** How it went; times in nanoseconds. */
  record Run(int requests, long wall, long[] sorted) {
    double perSecond() {
      return requests * 1e9 / wall;
    }

    /** The time within which this share of the requests was answered. */
    Duration within(double share) {
      return Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, sorted.length * share)]);
    }
  }

  static Run run(int port, int connections, List<byte[]> requests, int expected) {
    long[] times = new long[requests.size()];
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++)
        all.add(
            threads.submit(() -> {
              drive(port, requests, expected, next, times);
              return null;
            }));
      for (Future<?> one : all) one.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    long wall = System.nanoTime() - began;
    Arrays.sort(times);
    return new Run(requests.size(), wall, times);
  }

  private static void drive(
      int port, List<byte[]> requests, int expected, AtomicInteger next, long[] times)
      throws IOException {
    try (Connection connection = new Connection(port)) {
      for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
        long began = System.nanoTime();
        Answer answer = connection.exchange(requests.get(i));
        times[i] = System.nanoTime() - began;
        if (answer.status() != expected)
          throw new IllegalStateException(answer.status() + " " + new String(answer.body()));
      }
    }
  }
}
