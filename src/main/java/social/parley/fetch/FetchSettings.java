package social.parley.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.config.AddressRange;

/**
 * How the fetcher reaches the network.
 *
 * @param allow private networks that may be reached all the same
 * @param trust PEM file of extra certificate authorities, null for none
 * @param userAgent how we name ourselves
 * @param connections most connections open at once
 * @param connectionsPerHost most connections to one host
 * @param delivery time for a whole delivery
 * @param download time for a whole download
 */
public record FetchSettings(
    List<AddressRange> allow,
    @Nullable Path trust,
    String userAgent,
    int connections,
    int connectionsPerHost,
    Duration delivery,
    Duration download) {

  /** With the usual limits. */
  public static FetchSettings of(List<AddressRange> allow, @Nullable Path trust, String userAgent) {
    return new FetchSettings(
        allow, trust, userAgent, 1024, 6, Duration.ofSeconds(30), Duration.ofMinutes(5));
  }

  /** The User-Agent under which peers know this server. */
  public static String userAgent(String version, String url) {
    return "Parley/%s (+%s)".formatted(version, url);
  }
}
