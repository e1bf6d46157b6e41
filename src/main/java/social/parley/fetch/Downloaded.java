package social.parley.fetch;

import social.parley.core.Iri;

/** What came of downloading a file. */
public sealed interface Downloaded permits Downloaded.Saved, Unfetched {
  /** The file is complete on disk. */
  record Saved(Iri finalUrl, String contentType, long bytes) implements Downloaded {}
}
