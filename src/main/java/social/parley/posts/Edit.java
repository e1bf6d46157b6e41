package social.parley.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.media.Focus;
import social.parley.text.TextFormat;

/**
 * What a post is to become; what is null stays as it is. A poll with other options than before
 * starts from zero votes; {@code quotes} says who may quote it.
 */
public record Edit(
    @Nullable String text,
    @Nullable TextFormat format,
    @Nullable String warning,
    @Nullable Boolean sensitive,
    @Nullable String language,
    @Nullable List<MediaId> media,
    List<Description> descriptions,
    @Nullable PollDraft poll,
    Policy.@Nullable Rule quotes) {

  /** Another description or focus ({@code x,y}) for a file of the post. */
  public record Description(MediaId file, @Nullable String text, @Nullable String focus) {
    @Nullable Focus point() {
      if (focus == null) return null;
      return Focus.parse(focus).orElseThrow(() -> new Refused.Invalid("focus", "is not a point"));
    }
  }

  public Edit {
    media = media == null ? null : List.copyOf(media);
    descriptions = List.copyOf(descriptions);
  }

  /** Who may quote it stays as it is. */
  public Edit(
      @Nullable String text,
      @Nullable TextFormat format,
      @Nullable String warning,
      @Nullable Boolean sensitive,
      @Nullable String language,
      @Nullable List<MediaId> media,
      List<Description> descriptions,
      @Nullable PollDraft poll) {
    this(text, format, warning, sensitive, language, media, descriptions, poll, null);
  }

  /** Another text and nothing else. */
  public static Edit text(String text) {
    return new Edit(text, null, null, null, null, null, List.of(), null);
  }
}
