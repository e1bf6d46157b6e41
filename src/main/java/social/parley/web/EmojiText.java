package social.parley.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.actors.CustomEmoji;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;

/** Texts in which {@code :shortcodes:} become the pictures that their authors' servers have. */
final class EmojiText {
  private static final Pattern CODE = Pattern.compile(":([A-Za-z0-9_]{1,100}):");

  private final RemoteMedia remote;

  EmojiText(RemoteMedia remote) {
    this.remote = remote;
  }

  /** A plain text as HTML. */
  Html of(String text, List<CustomEmoji> emoji) {
    return new Html(pictured(Html.escape(text), emoji));
  }

  /** Text without tags that is escaped already. */
  String pictured(String escaped, List<CustomEmoji> emoji) {
    if (emoji.isEmpty() || escaped.indexOf(':') < 0) return escaped;
    Map<String, CustomEmoji> known = new HashMap<>();
    for (CustomEmoji one : emoji) known.put(one.shortcode(), one);
    return CODE.matcher(escaped)
        .replaceAll(found -> {
          CustomEmoji one = known.get(found.group(1));
          return Matcher.quoteReplacement(one == null ? found.group() : picture(one));
        });
  }

  private String picture(CustomEmoji emoji) {
    String code = Html.escape(":" + emoji.shortcode() + ":");
    String address = Html.escape(remote.address(emoji.url(), ImageShape.FULL).value());
    return "<img class=\"emoji\" src=\"%s\" alt=\"%s\" title=\"%s\" loading=\"lazy\">"
        .formatted(address, code, code);
  }
}
