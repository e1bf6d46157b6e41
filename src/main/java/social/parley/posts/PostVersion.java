package social.parley.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.core.Iri;
import social.parley.core.MediaId;

/**
 * How a post looked from a moment on; {@code options} are the choices of its poll, {@code quote} is
 * what it quoted.
 */
public record PostVersion(
    Instant writtenAt,
    String html,
    String warning,
    boolean sensitive,
    List<CustomEmoji> emoji,
    List<File> media,
    List<String> options,
    @Nullable Iri quote) {

  /** A file, and how it was described then; null when nobody has written that down. */
  public record File(MediaId id, @Nullable String description) {}

  public PostVersion {
    emoji = List.copyOf(emoji);
    media = List.copyOf(media);
    options = List.copyOf(options);
  }
}
