package social.parley.posts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.FocalPoint;
import social.parley.activitystreams.ImageDocument;
import social.parley.activitystreams.LinkDocument;
import social.parley.activitystreams.ObjectDocument;
import social.parley.core.Iri;
import social.parley.media.Focus;
import social.parley.media.MediaKind;
import social.parley.media.RemoteFile;

/** The pictures, films and sounds that belong to a foreign object. */
final class ForeignFiles {
  /** Films larger than this are for those who ask for more. */
  private static final int USUAL_HEIGHT = 720;

  private ForeignFiles() {}

  static List<RemoteFile> of(ObjectDocument document, Content content) {
    List<RemoteFile> files = new ArrayList<>();
    switch (content) {
      case Content.Video video ->
          play(document, video.versions(), video.duration(), MediaKind.VIDEO, files);
      case Content.Audio audio ->
          play(document, audio.versions(), audio.duration(), MediaKind.AUDIO, files);
      case Content.Image _ -> picture(document, files);
      case Content.Note _,
          Content.Question _,
          Content.Boost _,
          Content.Article _,
          Content.Page _,
          Content.Event _,
          Content.Book _,
          Content.Document _,
          Content.Unknown _ -> {}
    }
    for (Attachment attachment : document.attachments()) {
      RemoteFile file = file(attachment);
      if (file != null) files.add(file);
    }
    ImageDocument image = document.image();
    if (content instanceof Content.Titled
        && files.isEmpty()
        && image != null
        && image.url().isWeb()) files.add(picture(image.url(), image.mediaType(), image.name()));
    return files;
  }

  /** One of several versions: whole files before playlists, large enough but not huge. */
  private static void play(
      ObjectDocument document,
      List<Content.Version> versions,
      @Nullable Duration duration,
      MediaKind kind,
      List<RemoteFile> files) {
    versions.stream()
        .max(
            Comparator.comparing((Content.Version one) -> MediaKind.of(one.mediaType()) == kind)
                .thenComparing(one -> one.mediaType().equals("video/mp4"))
                .thenComparing(one -> height(one) <= USUAL_HEIGHT)
                .thenComparingInt(one -> height(one) <= USUAL_HEIGHT ? height(one) : -height(one)))
        .ifPresent(one ->
            files.add(
                new RemoteFile(
                    one.url(),
                    one.mediaType(),
                    kind,
                    document.name() == null ? "" : document.name(),
                    Focus.CENTRE,
                    null,
                    one.width(),
                    one.height(),
                    ForeignPlay.thumbnail(document),
                    duration)));
  }

  private static int height(Content.Version version) {
    return version.height() == null ? 0 : version.height();
  }

  /** The same picture is often there in several sizes; the largest counts. */
  private static void picture(ObjectDocument document, List<RemoteFile> files) {
    document.url().stream()
        .filter(link -> link.mediaType() != null && link.mediaType().startsWith("image/"))
        .filter(link -> link.href().isWeb())
        .max(Comparator.comparingInt(link -> link.width() == null ? 0 : link.width()))
        .ifPresent((LinkDocument link) ->
            files.add(picture(link.href(), link.mediaType(), document.name())));
  }

  private static RemoteFile picture(Iri url, @Nullable String mediaType, @Nullable String name) {
    String type = mediaType == null || mediaType.isBlank() ? "image/jpeg" : mediaType;
    String description = name == null ? "" : name;
    return new RemoteFile(
        url, type, MediaKind.IMAGE, description, Focus.CENTRE, null, null, null, null, null);
  }

  private static @Nullable RemoteFile file(Attachment attachment) {
    if (attachment.isLink() || !attachment.url().isWeb()) return null;
    String mediaType = mediaType(attachment);
    FocalPoint focus = attachment.focalPoint();
    ImageDocument icon = attachment.icon();
    return new RemoteFile(
        attachment.url(),
        mediaType,
        MediaKind.of(mediaType),
        attachment.name() == null ? "" : attachment.name(),
        focus == null ? Focus.CENTRE : new Focus(focus.x(), focus.y()),
        attachment.blurhash(),
        attachment.width(),
        attachment.height(),
        icon == null ? null : icon.url(),
        attachment.duration());
  }

  private static String mediaType(Attachment attachment) {
    String stated =
        attachment.mediaType() == null ? "" : attachment.mediaType().toLowerCase(Locale.ROOT);
    if (stated.contains("/")) return stated;
    return switch (attachment.type()) {
      case "Image" -> "image/jpeg";
      case "Video" -> "video/mp4";
      case "Audio" -> "audio/mpeg";
      default -> byEnding(attachment.url().value().toLowerCase(Locale.ROOT));
    };
  }

  private static String byEnding(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "jpg", "jpeg" -> "image/jpeg";
      case "png" -> "image/png";
      case "gif" -> "image/gif";
      case "webp" -> "image/webp";
      case "mp4" -> "video/mp4";
      case "webm" -> "video/webm";
      case "mp3" -> "audio/mpeg";
      case "ogg" -> "audio/ogg";
      default -> "application/octet-stream";
    };
  }
}
