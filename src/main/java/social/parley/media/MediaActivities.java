package social.parley.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.FocalPoint;
import social.parley.core.Iri;

/** Files on the wire: what other servers attach, and what is attached for them. */
public final class MediaActivities {
  private static final Pattern BLURHASH =
      Pattern.compile("[0-9A-Za-z#$%*+,\\-.:;=?@\\[\\]^_{|}~]{6,164}");
  private static final int MAX_SIDE = 100_000;

  private final MediaUrls urls;

  public MediaActivities(MediaUrls urls) {
    this.urls = urls;
  }

  /** The files among the attachments of a remote post; links to pages are not files. */
  public static List<RemoteFile> read(List<Attachment> attachments) {
    List<RemoteFile> files = new ArrayList<>();
    for (Attachment one : attachments)
      if (!one.isLink() && one.url().isWeb() && files.size() < Media.MAX_ATTACHMENTS)
        files.add(file(one));
    return files;
  }

  private static RemoteFile file(Attachment attachment) {
    String type = mediaType(attachment);
    MediaKind kind = MediaKind.of(type);
    String description = attachment.name() == null ? "" : attachment.name().strip();
    if (description.length() > Media.MAX_DESCRIPTION)
      description = description.substring(0, Media.MAX_DESCRIPTION);
    FocalPoint focal = attachment.focalPoint();
    String blurhash = attachment.blurhash();
    return new RemoteFile(
        attachment.url(),
        type,
        // Pictures of other kinds, such as drawings with scripts, are never shown from here.
        type.equals("image/svg+xml") ? MediaKind.UNKNOWN : kind,
        description,
        focal == null ? Focus.CENTRE : focus(focal),
        blurhash == null || !BLURHASH.matcher(blurhash).matches() ? null : blurhash,
        side(attachment.width()),
        side(attachment.height()));
  }

  private static Focus focus(FocalPoint point) {
    return Double.isNaN(point.x()) || Double.isNaN(point.y())
        ? Focus.CENTRE
        : new Focus(point.x(), point.y());
  }

  private static @Nullable Integer side(@Nullable Integer pixels) {
    return pixels == null || pixels < 1 || pixels > MAX_SIDE ? null : pixels;
  }

  /** The type as named, else told from the kind of attachment and the address. */
  private static String mediaType(Attachment attachment) {
    String named = attachment.mediaType();
    if (named != null && named.indexOf('/') > 0) {
      int end = named.indexOf(';');
      return (end < 0 ? named : named.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
    String ending = MediaKeys.typeOfEnding(ending(attachment.url()));
    if (!ending.isEmpty()) return ending;
    return switch (attachment.type()) {
      case "Image" -> "image/jpeg";
      case "Video" -> "video/mp4";
      case "Audio" -> "audio/mpeg";
      default -> "application/octet-stream";
    };
  }

  private static String ending(Iri url) {
    String path = url.value().split("[?#]", 2)[0];
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** An own file as other servers see it. */
  public Attachment document(MediaFile file) {
    Focus focus = file.focus();
    return new Attachment(
        "Document",
        urls.full(file),
        file.mediaType(),
        file.description().isEmpty() ? null : file.description(),
        file.blurhash(),
        file.width(),
        file.height(),
        new FocalPoint(focus.x(), focus.y()),
        null,
        null,
        null);
  }
}
