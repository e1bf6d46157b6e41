package social.parley.emojis;

import org.jspecify.annotations.Nullable;

/** Changes to a custom emoji; what is null stays. */
public record EmojiChange(
    @Nullable String category, @Nullable Boolean listed, @Nullable Boolean disabled) {
  public static EmojiChange category(String category) {
    return new EmojiChange(category, null, null);
  }

  public static EmojiChange listed(boolean listed) {
    return new EmojiChange(null, listed, null);
  }

  public static EmojiChange disabled(boolean disabled) {
    return new EmojiChange(null, null, disabled);
  }
}
