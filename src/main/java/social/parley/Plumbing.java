package social.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.parley.config.Settings;
import social.parley.core.Ids;
import social.parley.fetch.FetchSettings;
import social.parley.fetch.HttpFetcher;
import social.parley.fetch.Network;
import social.parley.http.RateLimits;
import social.parley.jobs.Jobs;
import social.parley.metrics.Metrics;
import social.parley.moderation.DomainPolicy;
import social.parley.storage.Database;
import social.parley.storage.DatabaseAddress;

/** How bytes get in, out and onto the disk: what every package above stands on. */
record Plumbing(
    Settings settings,
    Clock clock,
    RandomGenerator random,
    Effort effort,
    Metrics metrics,
    Database database,
    Ids ids,
    Jobs jobs,
    DomainPolicy policy,
    Network fetcher,
    RateLimits limits)
    implements AutoCloseable {

  static Plumbing open(Settings settings, Clock clock, RandomGenerator random) {
    return open(settings, clock, random, Effort.FULL, null);
  }

  /** Over another network than the one out there, where one is given. */
  static Plumbing open(
      Settings settings,
      Clock clock,
      RandomGenerator random,
      Effort effort,
      @Nullable Network network) {
    makeFolder(settings.data());
    Metrics metrics = new Metrics();
    Database database =
        Database.open(DatabaseAddress.of(settings.database()), clock, metrics.registry());
    Ids ids = new Ids(clock, random);
    DomainPolicy policy = new DomainPolicy(settings, database, clock);
    return new Plumbing(
        settings,
        clock,
        random,
        effort,
        metrics,
        database,
        ids,
        new Jobs(database, ids, clock, random),
        policy,
        network == null ? internet(settings, clock, metrics, policy) : network,
        new RateLimits(settings, clock));
  }

  private static Network internet(
      Settings settings, Clock clock, Metrics metrics, DomainPolicy policy) {
    return new HttpFetcher(
        FetchSettings.of(
            settings.federation().allow(),
            settings.federation().trust(),
            FetchSettings.userAgent(Version.NUMBER, settings.url().value())),
        metrics.registry(),
        clock,
        policy);
  }

  /** For its owner alone: it holds private keys and the hashes of passwords. */
  private static void makeFolder(Path data) {
    boolean posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      if (posix)
        Files.createDirectories(
            data,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      else Files.createDirectories(data);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    jobs.stop();
    try {
      fetcher.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    database.close();
  }
}
