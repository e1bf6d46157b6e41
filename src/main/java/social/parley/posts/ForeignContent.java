package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Attachment;
import social.parley.activitystreams.FocalPoint;
import social.parley.activitystreams.ImageDocument;
import social.parley.activitystreams.LinkDocument;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.core.Iri;
import social.parley.media.Focus;
import social.parley.media.MediaKind;
import social.parley.media.RemoteFile;
import social.parley.text.HtmlCleaner;
import social.parley.text.MentionResolver;
import social.parley.text.PlainText;
import social.parley.text.PostText;
import social.parley.text.TextFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How foreign objects of every kind are shown: their text, or title, summary and link. */
record ForeignContent(String html, Content content) {
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_DOCUMENT = 64 * 1024;
  private static final PostText PLAIN = new PostText("localhost", tag -> new Iri("about:blank"));

  /** What sort of post an object is; null when it is none. */
  static @Nullable PostKind kind(ObjectKind kind) {
    return switch (kind) {
      case NOTE, CHAT_MESSAGE, COMMENT, QUOTATION, GENERATED_NOTE -> PostKind.NOTE;
      case QUESTION -> PostKind.QUESTION;
      case ARTICLE, REVIEW -> PostKind.ARTICLE;
      case PAGE -> PostKind.PAGE;
      case VIDEO -> PostKind.VIDEO;
      case AUDIO, TRACK -> PostKind.AUDIO;
      case IMAGE -> PostKind.IMAGE;
      case EVENT -> PostKind.EVENT;
      case DOCUMENT -> PostKind.DOCUMENT;
      case OTHER, ALBUM -> PostKind.UNKNOWN;
      case STORY,
          ARTIST,
          LIBRARY,
          PLAYLIST,
          WORK,
          EDITION,
          AUTHOR,
          SHELF,
          BOOK_LIST,
          PLACE,
          PROFILE,
          RELATIONSHIP,
          LIKE_AUTHORIZATION,
          REPLY_AUTHORIZATION,
          ANNOUNCE_AUTHORIZATION,
          QUOTE_AUTHORIZATION,
          FEATURE_AUTHORIZATION ->
          null;
    };
  }

  static ForeignContent of(PostKind kind, ObjectDocument document) {
    String text = text(document.content(), document.mediaType());
    String title = title(document);
    Iri page = document.page();
    String link = page == null ? null : page.value();
    return switch (kind) {
      case NOTE, BOOST -> new ForeignContent(heading(title) + text, new Content.Note());
      case QUESTION -> {
        // Some put the question itself into the name.
        String question = PlainText.of(text).contains(title) ? "" : heading(title);
        yield new ForeignContent(question + text, new Content.Question());
      }
      case ARTICLE, PAGE, VIDEO, AUDIO, IMAGE, EVENT, DOCUMENT -> {
        String summary = HtmlCleaner.clean(orEmpty(document.summary()));
        String shown = kind == PostKind.ARTICLE && !summary.isBlank() ? summary : text;
        if (shown.isBlank()) shown = summary;
        yield new ForeignContent(
            heading(title) + shown + link(link),
            new Content.Titled(title, summary, link, kept(document.raw())));
      }
      case UNKNOWN -> {
        String shown = text.isBlank() ? HtmlCleaner.clean(orEmpty(document.summary())) : text;
        yield new ForeignContent(
            heading(title) + shown + link(link),
            new Content.Unknown(document.type(), title, link, kept(document.raw())));
      }
    };
  }

  private static String text(@Nullable String content, @Nullable String mediaType) {
    if (content == null) return "";
    return switch (mediaType == null ? "text/html" : mediaType) {
      case "text/plain" -> PLAIN.render(content, TextFormat.PLAIN, MentionResolver.NOBODY).html();
      case "text/markdown" ->
          PLAIN.render(content, TextFormat.MARKDOWN, MentionResolver.NOBODY).html();
      default -> HtmlCleaner.clean(content);
    };
  }

  private static String title(ObjectDocument document) {
    String title = PlainText.of(orEmpty(document.name()));
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  private static String heading(String title) {
    return title.isBlank()
        ? ""
        : HtmlCleaner.clean("<p><strong>" + escaped(title) + "</strong></p>");
  }

  private static String link(@Nullable String address) {
    if (address == null) return "";
    return HtmlCleaner.clean(
        "<p><a href=\"" + escaped(address) + "\">" + escaped(address) + "</a></p>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The document for a later, better reading of it, unless it is huge. */
  private static JsonNode kept(JsonNode document) {
    return document.toString().length() > LONGEST_DOCUMENT
        ? JsonNodeFactory.instance.objectNode()
        : document;
  }

  /** The pictures, films and sounds that belong to it. */
  static List<RemoteFile> files(PostKind kind, ObjectDocument document) {
    List<RemoteFile> files = new ArrayList<>();
    for (Attachment attachment : document.attachments()) {
      RemoteFile file = file(attachment);
      if (file != null) files.add(file);
    }
    if (kind == PostKind.IMAGE)
      for (LinkDocument link : document.url())
        if (link.mediaType() != null && link.mediaType().startsWith("image/"))
          files.add(picture(link.href(), link.mediaType(), document.name()));
    ImageDocument image = document.image();
    if (kind != PostKind.NOTE && files.isEmpty() && image != null && image.url().isWeb())
      files.add(picture(image.url(), image.mediaType(), image.name()));
    return files;
  }

  private static RemoteFile picture(Iri url, @Nullable String mediaType, @Nullable String name) {
    String type = mediaType == null || mediaType.isBlank() ? "image/jpeg" : mediaType;
    return new RemoteFile(
        url, type, MediaKind.IMAGE, orEmpty(name), Focus.CENTRE, null, null, null);
  }

  private static @Nullable RemoteFile file(Attachment attachment) {
    if (attachment.isLink() || !attachment.url().isWeb()) return null;
    String mediaType = mediaType(attachment);
    FocalPoint focus = attachment.focalPoint();
    return new RemoteFile(
        attachment.url(),
        mediaType,
        MediaKind.of(mediaType),
        orEmpty(attachment.name()),
        focus == null ? Focus.CENTRE : new Focus(focus.x(), focus.y()),
        attachment.blurhash(),
        attachment.width(),
        attachment.height());
  }

  private static String mediaType(Attachment attachment) {
    String stated = orEmpty(attachment.mediaType()).toLowerCase(Locale.ROOT);
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
