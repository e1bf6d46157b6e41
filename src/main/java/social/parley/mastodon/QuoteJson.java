package social.parley.mastodon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Quote entity: what a post quotes, as far as the viewer may see it. */
public record QuoteJson(String state, @Nullable StatusJson quotedStatus) {

  /** The ShallowQuote entity, inside something that is quoted itself. */
  public record Shallow(String state, @Nullable String quotedStatusId) {}

  /** The QuoteApproval entity. */
  public record Approval(List<String> automatic, List<String> manual, String currentUser) {}
}
