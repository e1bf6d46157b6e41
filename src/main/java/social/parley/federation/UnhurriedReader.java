package social.parley.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.CollectionDocument;
import social.parley.activitystreams.Ref;
import social.parley.core.Iri;
import social.parley.federation.RemoteDocuments.Result;

/**
 * Reads from other servers what nobody waits for: one request a host at a time, and none before the
 * time that a host has asked for. Uses the network, so never inside a read or a write.
 */
public final class UnhurriedReader {
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final int LONGEST_QUEUE_SECONDS = 5;
  private static final int MOST_HOSTS = 10_000;

  private final RemoteDocuments documents;
  private final InstantSource clock;
  private final Cache<String, Turn> turns = Caffeine.newBuilder().maximumSize(MOST_HOSTS).build();

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile Instant notBefore = Instant.MIN;
  }

  public UnhurriedReader(RemoteDocuments documents, InstantSource clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /** The thing with this id. */
  public Result object(Iri iri) {
    return inTurn(iri, documents::object);
  }

  /**
   * What was read of a collection.
   *
   * @param whole whether that is all of it
   * @param unreachable why the rest could not be had just now, if that was so
   */
  public record Listed(List<Ref> items, boolean whole, @Nullable String unreachable) {}

  /** What a collection holds, or its first pages up to so many items and requests and a time. */
  public Listed list(@Nullable Ref collection, int most, int mostRequests, Instant end) {
    List<Ref> items = new ArrayList<>();
    Set<Iri> read = new HashSet<>();
    Ref next = collection;
    Iri origin = null;
    String unreachable = null;
    while (next != null && items.size() < most) {
      CollectionDocument found;
      if (next.thing() instanceof CollectionDocument written) {
        found = written;
      } else {
        Iri iri = next.iri();
        boolean elsewhere = origin != null && iri != null && !iri.sameOrigin(origin);
        if (iri == null || elsewhere || read.size() == mostRequests) break;
        // One that begins again has ended.
        if (!read.add(iri)) return new Listed(items, true, null);
        Result result =
            clock.instant().isBefore(end)
                ? inTurn(iri, documents::collection)
                : new Result.Unreachable("takes too long", null);
        if (result instanceof Result.Unreachable(String reason, _)) unreachable = reason;
        if (!(result instanceof Result.Found(CollectionDocument page))) break;
        found = page;
        origin = iri;
      }
      items.addAll(found.items());
      next = found.page() || found.first() == null ? found.next() : found.first();
    }
    boolean whole = next == null && items.size() <= most;
    return new Listed(items.subList(0, Math.min(items.size(), most)), whole, unreachable);
  }

  private Result inTurn(Iri iri, Function<Iri, Result> reading) {
    Turn turn = turns.get(iri.authority(), _ -> new Turn());
    try {
      if (!turn.lock.tryLock(LONGEST_QUEUE_SECONDS, TimeUnit.SECONDS))
        return new Result.Unreachable("others ask there", null);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Result.Unreachable("stopped", null);
    }
    try {
      if (turn.notBefore.isAfter(clock.instant()))
        return new Result.Unreachable("not yet again", null);
      Result result = reading.apply(iri);
      if (result instanceof Result.Unreachable failed)
        turn.notBefore =
            clock.instant().plus(failed.after() == null ? AFTER_FAILURE : failed.after());
      return result;
    } finally {
      turn.lock.unlock();
    }
  }
}
