package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/** The CustomEmoji entity; {@link EmojiView} fills it. */
public record EmojiJson(
    String shortcode,
    String url,
    String staticUrl,
    boolean visibleInPicker,
    @JsonInclude(Include.NON_NULL) @Nullable String category) {}
