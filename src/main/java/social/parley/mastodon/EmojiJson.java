package social.parley.mastodon;

import java.util.List;
import social.parley.actors.CustomEmoji;

/** The CustomEmoji entity. */
public record EmojiJson(String shortcode, String url, String staticUrl, boolean visibleInPicker) {
  public static List<EmojiJson> of(List<CustomEmoji> emoji) {
    return emoji.stream().map(one -> of(one.shortcode(), one.url().value())).toList();
  }

  private static EmojiJson of(String shortcode, String url) {
    return new EmojiJson(shortcode, url, url, true);
  }
}
