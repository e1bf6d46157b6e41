package social.parley.media;

import social.parley.core.Iri;

/** What a public media address leads to. */
public sealed interface Served {
  /** Content that this server has. */
  record Stored(String mediaType, Blob blob) implements Served {}

  /** Something this server does not pass on, such as a long video: it is to be had there. */
  record Elsewhere(Iri url) implements Served {}
}
