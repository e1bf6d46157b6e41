package social.parley.activitystreams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A custom emoji: its name as written (mostly {@code :name:}) and its picture. */
public record EmojiTag(
    @Nullable Iri id, String name, Iri icon, @Nullable String mediaType, @Nullable Instant updated)
    implements Tag {
  /** The name without colons. */
  public String shortcode() {
    int start = name.startsWith(":") ? 1 : 0;
    int end = name.length() > start && name.endsWith(":") ? name.length() - 1 : name.length();
    return name.substring(start, end);
  }
}
