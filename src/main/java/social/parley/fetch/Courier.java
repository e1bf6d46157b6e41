package social.parley.fetch;

import java.util.Map;
import social.parley.core.Iri;

/** Posts to addresses of strangers what is not signed as the fediverse does it. */
@FunctionalInterface
public interface Courier {
  /**
   * Posts a body with these headers; redirects are not followed. Blocks like {@link Fetcher} and
   * throws IllegalStateException inside a write transaction.
   */
  Delivered send(Iri url, byte[] body, Map<String, String> headers);
}
