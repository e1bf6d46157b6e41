package social.parley.fetch;

import java.util.Map;
import social.parley.core.Iri;

/**
 * Posts to addresses of strangers what is not signed as the fediverse does it, where the {@link
 * HostRule} allows it; redirects are not followed. Blocks like {@link Fetcher} and throws
 * IllegalStateException inside a write transaction.
 */
public interface Courier {
  /** Posts a body with these headers to another server. */
  Delivered send(Iri url, byte[] body, Map<String, String> headers);

  /** Posts a body with these headers to the push service of somebody's app. */
  Delivered push(Iri endpoint, byte[] body, Map<String, String> headers);
}
