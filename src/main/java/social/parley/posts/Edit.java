package social.parley.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.MediaId;
import social.parley.text.TextFormat;

/**
 * What a post is to become; it replaces everything but the reach and the post replied to. Another
 * poll than before starts from zero votes.
 */
public record Edit(
    String text,
    TextFormat format,
    String warning,
    boolean sensitive,
    @Nullable String language,
    List<MediaId> media,
    @Nullable PollDraft poll) {
  public Edit {
    media = List.copyOf(media);
  }
}
