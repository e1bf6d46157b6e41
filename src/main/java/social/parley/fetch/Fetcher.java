package social.parley.fetch;

import java.nio.file.Path;
import java.util.Map;
import social.parley.core.Iri;
import social.parley.signatures.SigningKey;

/**
 * Speaks HTTP to other servers. Every method blocks until the answer is complete or its deadline is
 * over, and throws IllegalStateException inside a write transaction.
 */
public interface Fetcher {
  /** Fetches a document into memory. */
  Fetched get(Iri url, FetchOptions options);

  /** Posts a body, signed with the extra headers; redirects are not followed. */
  Delivered post(
      Iri inbox, byte[] body, String contentType, SigningKey key, Map<String, String> extraHeaders);

  /**
   * Streams a file to this path, which must not exist; nothing is left there unless the answer is
   * {@link Downloaded.Saved}.
   */
  Downloaded download(Iri url, Path to, long maxBytes);
}
