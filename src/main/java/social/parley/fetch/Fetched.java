package social.parley.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** What came of fetching a document. */
public sealed interface Fetched permits Fetched.Document, Unfetched {
  /**
   * A document; its address after redirects, and its headers with names in lower case (of a header
   * that came several times, the values joined with commas).
   */
  record Document(
      Iri finalUrl, int status, String contentType, byte[] body, Map<String, String> headers)
      implements Fetched {
    /** The body read as UTF-8. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** It was there and has been deleted for good (410). */
  record Gone() implements Unfetched {}

  /** Not there (404 and other answers that say no such thing). */
  record Missing(int status) implements Unfetched {}

  /** There, but not for us (401, 403). */
  record Denied(int status) implements Unfetched {}

  /** No usable answer just now; may work later, not before that time if one is given. */
  record Unreachable(String reason, @Nullable Duration retryAfter) implements Unfetched {}

  /** We will not fetch this: a forbidden address, or an answer that breaks our limits. */
  record Blocked(String reason) implements Unfetched {}
}
