package social.parley.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import social.parley.cli.Program;
import social.parley.config.Settings;

/** The three communities: makes them on the first run, and starts them again on later ones. */
final class Demo implements AutoCloseable {
  private static final String MADE = "complete";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 10;

  private final Program program;
  private final Path folder;
  private final int people;
  private final StoryClock clock = new StoryClock(Clock.systemUTC());
  private final Script script;
  private final Map<String, Site> sites = Collections.synchronizedMap(new LinkedHashMap<>());

  Demo(Program program, Path folder, int people) {
    this.program = program;
    this.folder = folder;
    this.people = people;
    this.script = Script.read(people, clock.instant());
  }

  /** The communities that run. */
  Collection<Site> sites() {
    synchronized (sites) {
      return List.copyOf(sites.values());
    }
  }

  boolean isMade() {
    return Files.exists(folder.resolve(MADE));
  }

  /** Starts the servers on ports from this one on, and on the first run lets the story happen. */
  void start(int port, Consumer<String> progress) {
    boolean made = isMade();
    if (!made) {
      wipe();
      clock.goTo(script.start());
    }
    for (int i = 0; i < Script.PLACES.size(); i++) open(Script.PLACES.get(i), port + i);
    if (made) return;
    try (Api api = new Api();
        Crew crew = new Crew()) {
      Company company = new Company(api, crew, sites, script);
      progress.accept("making %d people".formatted(script.cast().size()));
      company.gather();
      progress.accept("introducing them to each other");
      company.makeFriends();
      awaitQuiet();
      company.answerRequests();
      progress.accept("letting them talk");
      new Performance(company, crew, clock, this::awaitQuiet).play(script.events());
      awaitQuiet();
    }
    clock.catchUp();
    try {
      Files.writeString(folder.resolve(MADE), "people=" + people + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void open(String key, int port) {
    Place place = script.place(key);
    Settings settings = Site.settings(key, place, port, folder);
    sites.put(key, new Site(key, place, settings, program.start(settings, clock)));
  }

  /** Waits until nothing is on its way between the communities. */
  private void awaitQuiet() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int quiet = 0; quiet < 2; quiet = isQuiet() ? quiet + 1 : 0) {
      if (System.nanoTime() > end)
        throw new IllegalStateException("the communities do not get done with their post");
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isQuiet() {
    return sites().stream().allMatch(site -> site.server().community().backlog().isEmpty());
  }

  /** Deletes everything that was made. */
  void wipe() {
    if (!Files.exists(folder)) return;
    List<Path> all = new ArrayList<>();
    try (Stream<Path> inside = Files.walk(folder)) {
      inside.sorted(Comparator.reverseOrder()).forEach(all::add);
      for (Path each : all) Files.delete(each);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    for (Site site : sites()) site.server().close();
  }
}
