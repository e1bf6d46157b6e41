package social.parley.media;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/**
 * A file of a remote post as its server describes it; whatever in the description makes no sense is
 * left out. The preview is a picture that stands for a film or sound.
 */
public record RemoteFile(
    Iri url,
    String mediaType,
    MediaKind kind,
    String description,
    Focus focus,
    @Nullable String blurhash,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Iri preview,
    @Nullable Duration duration) {
  private static final Pattern BLURHASH =
      Pattern.compile("[0-9A-Za-z#$%*+,\\-.:;=?@\\[\\]^_{|}~]{6,164}");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");
  private static final String DRAWING_WITH_SCRIPTS = "image/svg+xml";
  private static final int MAX_SIDE = 100_000;

  public RemoteFile {
    mediaType = type(mediaType);
    if (mediaType.equals(DRAWING_WITH_SCRIPTS)) kind = MediaKind.UNKNOWN;
    description = shortened(description.strip());
    if (blurhash != null && !BLURHASH.matcher(blurhash).matches()) blurhash = null;
    if (width == null || height == null || !isSide(width) || !isSide(height)) {
      width = null;
      height = null;
    }
    if (preview != null && !preview.isWeb()) preview = null;
  }

  private static String type(String named) {
    int parameters = named.indexOf(';');
    String bare = parameters < 0 ? named : named.substring(0, parameters);
    String type = bare.strip().toLowerCase(Locale.ROOT);
    return TYPE.matcher(type).matches() ? type : "application/octet-stream";
  }

  private static String shortened(String text) {
    if (text.length() <= Media.MAX_DESCRIPTION) return text;
    int end = Media.MAX_DESCRIPTION;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static boolean isSide(int pixels) {
    return pixels > 0 && pixels <= MAX_SIDE;
  }
}
