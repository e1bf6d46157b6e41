package social.parley.fetch;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** Speaks to services that the operator has chosen: they are trusted, wherever they are. */
@FunctionalInterface
public interface Services {
  /**
   * Posts a body, or gets a document when there is none; redirects are not followed. Blocks, and
   * throws IllegalStateException inside a write transaction.
   */
  Fetched call(Iri url, byte @Nullable [] body, Map<String, String> headers, FetchOptions options);
}
