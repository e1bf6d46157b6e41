package social.parley.mastodon;

import java.util.List;
import java.util.stream.Stream;
import social.parley.core.Refused;
import social.parley.text.TextFormat;

/** What posts may be written in, by the names that clients give it. */
public final class ContentTypes {
  /** All of them, the usual one first. */
  public static final List<String> SUPPORTED =
      Stream.of(TextFormat.values()).map(TextFormat::mediaType).toList();

  private ContentTypes() {}

  /** The format of this name; nothing named means plain text. */
  static TextFormat format(String name) {
    for (TextFormat format : TextFormat.values())
      if (format.mediaType().equals(name)) return format;
    if (name.isEmpty()) return TextFormat.PLAIN;
    throw new Refused.Invalid("content_type", "is not supported");
  }
}
