package social.parley.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.fetch.Downloaded;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.storage.Database;

/**
 * Shows files of other servers through this one, so that those servers never see who looks. They
 * are fetched when somebody first asks and kept for a while.
 */
public final class RemoteMedia {
  /** What every address of a proxied profile picture starts with. */
  public static final String PATH = "/media/proxy/";

  /** Longer videos and sounds are left to their own server. */
  static final long MAX_PLAYED = 64L * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(RemoteMedia.class);
  private static final int LANES = 64;
  private static final int DOWNLOADS_PER_LANE = 4;

  private final BlobStore blobs;
  private final Database database;
  private final Images images;
  private final Fetcher fetcher;
  private final RemoteCache cache;
  private final ProxyAddresses addresses;
  private final MediaRule rule;

  /** Hosts share lanes by their names, so that a slow one holds up only few others. */
  private final Semaphore[] lanes = new Semaphore[LANES];

  private final ConcurrentHashMap<String, CompletableFuture<Served>> running =
      new ConcurrentHashMap<>();

  /** What could not be had lately, so that a dead server is not asked at every look. */
  private final Cache<String, Refused> failures;

  public RemoteMedia(
      Database database,
      Clock clock,
      RandomGenerator random,
      BlobStore blobs,
      Images images,
      Fetcher fetcher,
      Iri base,
      long cacheBytes) {
    this(database, clock, random, blobs, images, fetcher, base, cacheBytes, MediaRule.ANYTHING);
  }

  /** One that shows only what the rule allows. */
  public RemoteMedia(
      Database database,
      Clock clock,
      RandomGenerator random,
      BlobStore blobs,
      Images images,
      Fetcher fetcher,
      Iri base,
      long cacheBytes,
      MediaRule rule) {
    this.rule = rule;
    Arrays.setAll(lanes, _ -> new Semaphore(DOWNLOADS_PER_LANE, true));
    this.database = database;
    this.blobs = blobs;
    this.images = images;
    this.fetcher = fetcher;
    this.cache = new RemoteCache(database, blobs, clock, cacheBytes);
    this.addresses = new ProxyAddresses(base, database, random);
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  /** The address on this server for a picture, cut to a shape when it is another server's. */
  public Iri address(Iri remote, ImageShape shape) {
    if (addresses.isOwn(remote)) return remote;
    return addresses.of(remote, shape);
  }

  /** The names of the files that are copies of others', which can be fetched again. */
  public Set<String> copies() {
    return database.read(CacheStore::keys);
  }

  /** What a picture looks like. */
  public record Look(int width, int height, String blurhash) {}

  /** Fetches a picture in a shape and keeps it, before anybody asks for its address. */
  public Look look(Iri remote, ImageShape shape) {
    String key = addresses.key(remote, shape);
    return downloaded(
        remote,
        Media.MAX_BYTES,
        (file, files) -> {
          Picture picture = images.shaped(file, shape, files);
          Picture.Sized full = picture.full();
          cache.put(key, full.mediaType(), full.file());
          return new Look(full.width(), full.height(), picture.blurhash());
        },
        () -> {
          throw new Refused.NotFound();
        });
  }

  /** What the three parts of such an address lead to; refused when this server did not make it. */
  public Served open(String key, String shape, String encoded) {
    ProxyAddresses.Asked asked =
        addresses.read(key, shape, encoded).orElseThrow(Refused.NotFound::new);
    if (!rule.mayShow(asked.url(), null)) throw new Refused.NotFound();
    return cache.find(key).orElseGet(() -> once(key, () -> shaped(asked)));
  }

  /** The content of a file, fetched first if it is another server's and not here. */
  public Served open(Keyed keyed) {
    MediaFile file = keyed.file();
    String key = keyed.key();
    Iri url = file.remoteUrl();
    if (url == null) return own(key);
    if (!rule.mayShow(url, file.ownerId())) throw new Refused.NotFound();
    if (file.kind() == MediaKind.UNKNOWN) return new Served.Elsewhere(url);
    Optional<Served> kept = cache.find(key);
    if (kept.isPresent()) return kept.get();
    Iri picture = file.previewRemoteUrl();
    if (keyed.preview() && picture != null) return preview(file, key, picture);
    Served full = once(file.blobKey(), () -> attached(file, url));
    return keyed.preview() ? cache.find(key).orElse(full) : full;
  }

  /** The captions that somebody has published elsewhere for a film, in the form of WebVTT. */
  public Served.Stored captions(Iri url, ActorId author) {
    if (!rule.mayShow(url, author)) throw new Refused.NotFound();
    String key = addresses.key("captions", url);
    Served served =
        once(
            key,
            () ->
                downloaded(
                    url,
                    WebVtt.MAX_BYTES,
                    (file, files) -> {
                      Path captions = files.get();
                      WebVtt.convert(file, captions);
                      cache.put(key, WebVtt.MEDIA_TYPE, captions);
                      return kept(key);
                    }));
    return switch (served) {
      case Served.Stored stored -> stored;
      case Served.Elsewhere _ -> throw new Refused.NotFound();
    };
  }

  private Served preview(MediaFile file, String key, Iri picture) {
    if (!rule.mayShow(picture, file.ownerId())) throw new Refused.NotFound();
    return once(key, () -> shaped(new ProxyAddresses.Asked(key, ImageShape.PREVIEW, picture)));
  }

  private Served own(String key) {
    Blob blob = blobs.find(key).orElseThrow(Refused.NotFound::new);
    return new Served.Stored(MediaKeys.mediaType(key), blob);
  }

  /** Runs one download at a time for a key; whoever else asks meanwhile gets its result. */
  private Served once(String key, Supplier<Served> download) {
    Refused lately = failures.getIfPresent(key);
    if (lately != null) throw lately;
    CompletableFuture<Served> mine = new CompletableFuture<>();
    CompletableFuture<Served> others = running.putIfAbsent(key, mine);
    if (others != null) return joined(others);
    try {
      Served served = cache.find(key).orElseGet(download);
      mine.complete(served);
      return served;
    } catch (Refused refused) {
      // That we are busy says nothing about the file.
      if (!(refused instanceof Refused.TooMany)) failures.put(key, refused);
      mine.completeExceptionally(refused);
      throw refused;
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
      throw failed;
    } finally {
      running.remove(key, mine);
    }
  }

  private static Served joined(CompletableFuture<Served> download) {
    try {
      return download.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Refused refused) throw refused;
      throw failed;
    }
  }

  private Served shaped(ProxyAddresses.Asked asked) {
    return downloaded(
        asked.url(),
        Media.MAX_BYTES,
        (file, files) -> {
          FileType type = FileType.of(file).orElseThrow(() -> new Unusable("no picture"));
          boolean asIs = asked.shape() == ImageShape.FULL && type.isShown();
          Picture.Sized picture = asIs ? null : images.shaped(file, asked.shape(), files).full();
          if (picture == null) cache.put(asked.key(), type.mediaType(), file);
          else cache.put(asked.key(), picture.mediaType(), picture.file());
          return kept(asked.key());
        });
  }

  private Served attached(MediaFile file, Iri url) {
    boolean picture = file.kind() == MediaKind.IMAGE;
    return downloaded(
        url,
        picture ? Media.MAX_BYTES : MAX_PLAYED,
        (content, files) -> {
          FileType type = FileType.of(content).orElse(null);
          if (type == null || picture && !type.isShown()) {
            if (picture) throw new Unusable("no picture");
            return new Served.Elsewhere(url);
          }
          if (type.isPicture() && file.previewKey() != null) preview(file, content, files);
          cache.put(file.blobKey(), type.mediaType(), content);
          return kept(file.blobKey());
        });
  }

  private void preview(MediaFile file, Path content, Supplier<Path> files) throws IOException {
    String key = file.previewKey();
    if (key == null) return;
    try {
      ImageHeader header = ImageHeader.read(content);
      Picture small = images.shaped(content, ImageShape.PREVIEW, files);
      cache.put(key, small.full().mediaType(), small.full().file());
      database.run(tx -> {
        MediaStore.measured(tx, file.id(), header, small);
        tx.announce(new MediaChanged(file.postId()));
      });
    } catch (Unusable unusable) {
      log.debug("no preview media={} reason={}", file.id(), unusable.reason());
    }
  }

  private Served kept(String key) {
    return cache.find(key).orElseThrow(Refused.NotFound::new);
  }

  /** What is done with a file that has been fetched. */
  private interface Use<T> {
    T of(Path file, Supplier<Path> files) throws IOException, Unusable;
  }

  private Served downloaded(Iri url, long maxBytes, Use<Served> use) {
    return downloaded(
        url,
        maxBytes,
        use,
        () -> {
          if (maxBytes == MAX_PLAYED) return new Served.Elsewhere(url);
          throw new Refused.NotFound();
        });
  }

  private <T> T downloaded(Iri url, long maxBytes, Use<T> use, Supplier<T> blocked) {
    List<Path> files = new ArrayList<>();
    Semaphore lane = lanes[Math.floorMod(url.host().hashCode(), LANES)];
    lane.acquireUninterruptibly();
    try {
      Path target = next(files);
      Downloaded result = fetcher.download(url, target, maxBytes);
      return switch (result) {
        case Downloaded.Saved _ -> use.of(target, () -> next(files));
        case Fetched.Unreachable unreachable -> throw new Refused.Unavailable(unreachable.reason());
        case Fetched.Blocked _ -> blocked.get();
        case Fetched.Gone _, Fetched.Missing _, Fetched.Denied _ -> throw new Refused.NotFound();
      };
    } catch (Unusable unusable) {
      log.info("remote file not usable host={} reason={}", url.host(), unusable.reason());
      throw new Refused.NotFound();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      lane.release();
      files.forEach(Uploads::forget);
    }
  }

  private Path next(List<Path> files) {
    Path file = blobs.temporary();
    files.add(file);
    return file;
  }
}
