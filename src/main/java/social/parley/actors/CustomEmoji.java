package social.parley.actors;

import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.EmojiTag;
import social.parley.core.Iri;

/** A picture that stands for {@code :shortcode:} in a name or a text; ours have an id as well. */
public record CustomEmoji(String shortcode, Iri url, @Nullable Iri iri) {
  public CustomEmoji(String shortcode, Iri url) {
    this(shortcode, url, null);
  }

  /** As it stands among the tags of an object. */
  public EmojiTag tag() {
    return new EmojiTag(iri, ":" + shortcode + ":", url, mediaType(), null);
  }

  private String mediaType() {
    String address = url.value();
    if (address.endsWith(".gif")) return "image/gif";
    if (address.endsWith(".webp")) return "image/webp";
    return address.endsWith(".jpg") ? "image/jpeg" : "image/png";
  }
}
