package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/** The MediaAttachment entity. */
public record MediaJson(
    String id,
    String type,
    @Nullable String url,
    @Nullable String previewUrl,
    @Nullable String remoteUrl,
    @Nullable String previewRemoteUrl,
    @Nullable String textUrl,
    Meta meta,
    @Nullable String description,
    @Nullable String blurhash) {

  /** The same in other words, if there are any. */
  MediaJson described(@Nullable String words) {
    if (words == null) return this;
    return new MediaJson(
        id,
        type,
        url,
        previewUrl,
        remoteUrl,
        previewRemoteUrl,
        textUrl,
        meta,
        words.isEmpty() ? null : words,
        blurhash);
  }

  /** Where to look first, how large it is, and how many seconds it plays. */
  public record Meta(
      Point focus,
      @JsonInclude(Include.NON_NULL) @Nullable Size original,
      @JsonInclude(Include.NON_NULL) @Nullable Size small,
      @JsonInclude(Include.NON_NULL) @Nullable Double duration) {}

  /** From the middle, -1 to 1 to the right and upwards. */
  public record Point(double x, double y) {}

  /** In pixels. */
  public record Size(int width, int height, String size, double aspect) {
    static @Nullable Size of(@Nullable Integer width, @Nullable Integer height) {
      if (width == null || height == null || width <= 0 || height <= 0) return null;
      return new Size(width, height, width + "x" + height, (double) width / height);
    }
  }
}
