package social.parley.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.actors.CustomEmoji;
import social.parley.emojis.Emojis;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;

/** Texts in which {@code :shortcodes:} become the pictures that their authors' servers have. */
final class EmojiText {
  private static final Pattern CODE = Pattern.compile(":([A-Za-z0-9_]{1,100}):");

  private final RemoteMedia remote;
  private final Emojis own;

  EmojiText(RemoteMedia remote, Emojis own) {
    this.remote = remote;
    this.own = own;
  }

  /** Another object as soon as the pictures of this server are others. */
  Object edition() {
    return own.edition();
  }

  /** A plain text as HTML. */
  Html of(String text, List<CustomEmoji> emoji) {
    return new Html(pictured(Html.escape(text), emoji));
  }

  /** Text without tags that is escaped already. */
  String pictured(String escaped, List<CustomEmoji> emoji) {
    if (emoji.isEmpty() || escaped.indexOf(':') < 0) return escaped;
    Map<String, CustomEmoji> known = new HashMap<>();
    for (CustomEmoji one : emoji) if (isThere(one)) known.put(one.shortcode(), one);
    return CODE.matcher(escaped)
        .replaceAll(found -> {
          CustomEmoji one = known.get(found.group(1));
          return Matcher.quoteReplacement(one == null ? found.group() : picture(one));
        });
  }

  /** Of what was removed here, the name stands again. */
  private boolean isThere(CustomEmoji emoji) {
    return !own.isOwn(emoji) || own.remembered(emoji.shortcode()).isPresent();
  }

  private String picture(CustomEmoji emoji) {
    String code = Html.escape(":" + emoji.shortcode() + ":");
    String address = Html.escape(remote.address(emoji.url(), ImageShape.FULL).value());
    return "<img class=\"emoji\" src=\"%s\" alt=\"%s\" title=\"%s\" loading=\"lazy\">"
        .formatted(address, code, code);
  }
}
