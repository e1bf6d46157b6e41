package social.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import social.parley.config.Settings;
import social.parley.core.AccountId;
import social.parley.core.Refused;

/**
 * How often one address, account or host may ask: a bucket for each that refills evenly, and the
 * {@code X-RateLimit} headers of the tightest bucket a request took from.
 */
public final class RateLimits {
  private static final String ATTRIBUTE = "parley.rate-limit";
  private static final int MOST_BUCKETS = 100_000;
  private static final DateTimeFormatter RESET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final boolean on;
  private final InstantSource clock;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_BUCKETS).expireAfterAccess(Duration.ofDays(1)).build();

  public RateLimits(Settings settings, InstantSource clock) {
    this.on = settings.rateLimits();
    this.clock = clock;
  }

  /**
   * Counts a request of whoever is behind an address; an IPv6 network of 64 bits is one of them.
   */
  public void address(Context ctx, Limit limit) {
    take(ctx, limit, network(ClientAddress.of(ctx).address()));
  }

  /** Counts a request whose answer has no place for the headers. */
  public void address(ClientAddress client, Limit limit) {
    if (!on) return;
    Taken taken = take(limit, network(client.address()));
    if (!taken.granted()) throw new Refused.TooMany(taken.pause());
  }

  /** Counts a request of an account. */
  public void account(Context ctx, Limit limit, AccountId account) {
    take(ctx, limit, Long.toString(account.value()));
  }

  /** Counts a request of one of the programs of an account. */
  public void token(Context ctx, Limit limit, long token) {
    take(ctx, limit, Long.toString(token));
  }

  /** Counts a request signed by another server. */
  public void host(Context ctx, Limit limit, String host) {
    take(ctx, limit, host);
  }

  /** Counts by a login name, however many addresses try it. */
  public void login(Context ctx, Limit limit, String name) {
    take(ctx, limit, name.strip().toLowerCase(Locale.ROOT));
  }

  private void take(Context ctx, Limit limit, String subject) {
    if (!on) return;
    Taken taken = take(limit, subject);
    Taken before = ctx.attribute(ATTRIBUTE);
    if (before == null || !taken.granted() || taken.remaining() < before.remaining()) {
      ctx.attribute(ATTRIBUTE, taken);
      ctx.header("X-RateLimit-Limit", Integer.toString(limit.requests()));
      ctx.header("X-RateLimit-Remaining", Integer.toString(taken.remaining()));
      ctx.header("X-RateLimit-Reset", RESET.format(taken.reset()));
    }
    if (!taken.granted()) throw new Refused.TooMany(taken.pause());
  }

  private Taken take(Limit limit, String subject) {
    Instant now = clock.instant();
    return buckets
        .get(new Key(limit.name(), subject), _ -> new Bucket(limit, now.toEpochMilli()))
        .take(now);
  }

  static String network(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
        : address.getHostAddress();
  }

  private record Key(String limit, String subject) {}

  private record Taken(boolean granted, int remaining, Instant reset, Duration pause) {}

  /** Tokens of one subject; a token comes back every span/requests. */
  private static final class Bucket {
    private final Limit limit;
    private final double perMilli;
    private double tokens;
    private long at;

    Bucket(Limit limit, long now) {
      this.limit = limit;
      this.perMilli = (double) limit.requests() / limit.span().toMillis();
      this.tokens = limit.requests();
      this.at = now;
    }

    synchronized Taken take(Instant time) {
      long now = Math.max(at, time.toEpochMilli());
      tokens = Math.min(limit.requests(), tokens + (now - at) * perMilli);
      at = now;
      boolean granted = tokens >= 1;
      if (granted) tokens -= 1;
      long untilFull = (long) Math.ceil((limit.requests() - tokens) / perMilli);
      long untilOne = granted ? 0 : (long) Math.ceil((1 - tokens) / perMilli);
      return new Taken(
          granted, (int) tokens, time.plusMillis(untilFull), Duration.ofMillis(untilOne));
    }
  }
}
