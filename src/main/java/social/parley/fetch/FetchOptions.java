package social.parley.fetch;

import java.time.Duration;
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
 */
public record FetchOptions(
    String accept,
    long maxBytes,
    @Nullable SigningKey signer,
    Duration deadline,
    boolean startOnly) {
  /** The Accept header for ActivityPub documents. */
  public static final String ACTIVITY =
      "application/activity+json, "
          + "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

  private static final long ONE_MIB = 1024 * 1024;
  private static final Duration USUAL = Duration.ofSeconds(20);

  /** For an ActivityPub document, with a signed request. */
  public static FetchOptions activity(@Nullable SigningKey signer) {
    return new FetchOptions(ACTIVITY, ONE_MIB, signer, USUAL, false);
  }

  /** For anything else, unsigned. */
  public static FetchOptions plain(String accept) {
    return new FetchOptions(accept, ONE_MIB, null, USUAL, false);
  }

  public FetchOptions withMaxBytes(long bytes) {
    return new FetchOptions(accept, bytes, signer, deadline, startOnly);
  }

  public FetchOptions withDeadline(Duration time) {
    return new FetchOptions(accept, maxBytes, signer, time, startOnly);
  }

  /** What is longer is cut off there, where it would be refused else. */
  public FetchOptions startOf(long bytes) {
    return new FetchOptions(accept, bytes, signer, deadline, true);
  }
}
