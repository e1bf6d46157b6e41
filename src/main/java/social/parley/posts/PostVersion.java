package social.parley.posts;

import java.time.Instant;
import java.util.List;
import social.parley.actors.CustomEmoji;
import social.parley.core.MediaId;

/** How a post looked from a moment on; {@code options} are the choices of its poll. */
public record PostVersion(
    Instant writtenAt,
    String html,
    String warning,
    boolean sensitive,
    List<CustomEmoji> emoji,
    List<MediaId> media,
    List<String> options) {
  public PostVersion {
    emoji = List.copyOf(emoji);
    media = List.copyOf(media);
    options = List.copyOf(options);
  }
}
