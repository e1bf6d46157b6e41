package social.parley.reactions;

import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;

/** How many people react with an emoji. */
public record ReactionCount(ReactionEmoji emoji, long count) {
  /** The picture of a custom emoji. */
  public @Nullable CustomEmoji picture() {
    return emoji.url() == null ? null : new CustomEmoji(emoji.shortcode(), emoji.url());
  }
}
