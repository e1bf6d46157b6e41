package social.parley.emojis;

import java.time.Instant;
import social.parley.actors.CustomEmoji;
import social.parley.core.Iri;
import social.parley.core.MediaId;

/**
 * A custom emoji of this server. Its category may be empty; one that is not listed is left out of
 * pickers, and a disabled one is not used in new texts.
 */
public record OwnEmoji(
    long id,
    Iri iri,
    String shortcode,
    MediaId mediaId,
    Iri url,
    Iri stillUrl,
    String mediaType,
    String category,
    boolean listed,
    boolean disabled,
    Instant createdAt,
    Instant updatedAt) {

  /** As texts carry it. */
  public CustomEmoji inText() {
    return new CustomEmoji(shortcode, url, iri);
  }
}
