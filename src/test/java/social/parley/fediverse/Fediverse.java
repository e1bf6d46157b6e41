package social.parley.fediverse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.parley.core.TestClock;
import social.parley.fetch.Network;

/**
 * Some servers in this process, each under a name of its own, over real HTTP. They work only while
 * {@link #settle} runs, and their clock stands still until it is moved, so that nothing in a test
 * depends on time.
 */
public final class Fediverse implements AutoCloseable {
  private static final int MOST_ROUNDS = 500;

  private final Path folder = newFolder();
  private final TestClock clock = new TestClock();
  private final boolean postgres;
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final List<Outsider> outsiders = new ArrayList<>();

  private final @Nullable Network network;

  private Fediverse(boolean postgres, @Nullable Network network) {
    this.postgres = postgres;
    this.network = network;
  }

  /** Servers under these names, each with a database file. */
  public static Fediverse of(String... hosts) {
    return new Fediverse(false, null).with(hosts);
  }

  /** The same with databases in PostgreSQL. */
  public static Fediverse onPostgres(String... hosts) {
    return new Fediverse(true, null).with(hosts);
  }

  /** The same with a network that a test has in its memory. */
  public static Fediverse over(Network network, String... hosts) {
    return new Fediverse(false, network).with(hosts);
  }

  private Fediverse with(String... hosts) {
    for (String host : hosts) add(host, Map.of());
    return this;
  }

  /** One more server, with settings by the names of their environment variables. */
  public Instance add(String host, Map<String, String> settings) {
    Instance instance =
        new Instance(
            host, folder.resolve(host), postgres, clock, settings, instances.size(), network);
    instances.put(host, instance);
    instance.start();
    return instance;
  }

  /** A server that is none of ours: it says what a test makes it say. */
  public Outsider outsider(String host) {
    Outsider outsider = new Outsider(host, clock);
    outsiders.add(outsider);
    return outsider;
  }

  public Instance at(String host) {
    Instance instance = instances.get(host);
    if (instance == null) throw new IllegalArgumentException("no server " + host);
    return instance;
  }

  /** A new account with a token for its API. */
  public Person person(String name, String host) {
    return at(host).person(name);
  }

  public TestClock clock() {
    return clock;
  }

  /** Moves the time on and lets the servers do what has fallen due. */
  public void after(Duration time) {
    clock.advance(time);
    settle();
  }

  /** Lets all servers work until none of them has anything left that it could do now. */
  public void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean worked = false;
      for (Instance instance : instances.values()) worked |= instance.settle();
      if (!worked) return;
    }
    throw new AssertionError("the servers do not come to rest");
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("fediverse");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    instances.values().forEach(Instance::stop);
    outsiders.forEach(Outsider::close);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
