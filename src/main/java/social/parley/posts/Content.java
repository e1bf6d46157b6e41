package social.parley.posts;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a post holds beside its text; one record for each shape, kept in the details column. */
public sealed interface Content {
  /** A text and nothing else. */
  record Note() implements Content {}

  /** A text with a poll, which is loaded separately because its counts change. */
  record Question() implements Content {}

  /** Nothing of its own: it passes on another post. */
  record Boost() implements Content {}

  /**
   * An article, page, video, event and the like: it has a title, and its own page to be read at.
   */
  record Titled(String title, String summaryHtml, @Nullable String link, JsonNode document)
      implements Content {}

  /** A kind that has no record here; the document is kept until one exists. */
  record Unknown(String type, String title, @Nullable String link, JsonNode document)
      implements Content {}
}
