package social.parley.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.signatures.SigningKey;

/**
 * How to fetch a document.
 *
 * @param accept the Accept header
 * @param maxBytes longest body after decompression
 * @param signer key to sign the request with, null to send it unsigned
 * @param deadline time for everything: names, redirects, body
 * @param startOnly whether the start of a longer body will do
 * @param conditions further headers, such as those by which nothing is sent that we have
 */
public record FetchOptions(
    String accept,
    long maxBytes,
    @Nullable SigningKey signer,
    Duration deadline,
    boolean startOnly,
    Map<String, String> conditions) {
  public FetchOptions {
    conditions = Map.copyOf(conditions);
  }

  /** The Accept header for ActivityPub documents. */
  public static final String ACTIVITY =
      "application/activity+json, "
          + "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

  private static final long ONE_MIB = 1024 * 1024;
  private static final Duration USUAL = Duration.ofSeconds(20);

  /** For an ActivityPub document, with a signed request. */
  public static FetchOptions activity(@Nullable SigningKey signer) {
    return new FetchOptions(ACTIVITY, ONE_MIB, signer, USUAL, false, Map.of());
  }

  /** For anything else, unsigned. */
  public static FetchOptions plain(String accept) {
    return new FetchOptions(accept, ONE_MIB, null, USUAL, false, Map.of());
  }

  public FetchOptions withMaxBytes(long bytes) {
    return new FetchOptions(accept, bytes, signer, deadline, startOnly, conditions);
  }

  public FetchOptions withDeadline(Duration time) {
    return new FetchOptions(accept, maxBytes, signer, time, startOnly, conditions);
  }

  /** What is longer is cut off there, where it would be refused else. */
  public FetchOptions startOf(long bytes) {
    return new FetchOptions(accept, bytes, signer, deadline, true, conditions);
  }

  /** Only if it is not what we have, by the tag and the date that came with that. */
  public FetchOptions unless(@Nullable String tag, @Nullable String modified) {
    Map<String, String> headers = new HashMap<>(conditions);
    if (tag != null) headers.put("If-None-Match", tag);
    if (modified != null) headers.put("If-Modified-Since", modified);
    return new FetchOptions(accept, maxBytes, signer, deadline, startOnly, headers);
  }
}
