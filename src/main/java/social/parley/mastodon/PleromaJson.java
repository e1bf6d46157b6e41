package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Pleroma adds to a Status, as far as it is known here. */
public record PleromaJson(
    boolean local,
    String conversationId,
    Plain content,
    Plain spoilerText,
    List<ReactionJson> emojiReactions,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean threadMuted) {

  /** A text without markup. */
  public record Plain(@JsonProperty("text/plain") String text) {}
}
