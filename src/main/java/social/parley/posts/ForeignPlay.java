package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.LinkDocument;
import social.parley.activitystreams.ObjectDocument;
import social.parley.core.Iri;
import social.parley.text.PlainText;
import tools.jackson.databind.JsonNode;

/** Films and pieces of sound as PeerTube, Funkwhale, Castopod and others describe them. */
final class ForeignPlay {
  private static final int MOST_VERSIONS = 40;
  private static final int MOST_CAPTIONS = 200;
  private static final int LONGEST_NAME = 200;

  private ForeignPlay() {}

  static Content.Video video(String title, ObjectDocument document) {
    JsonNode raw = document.raw();
    return new Content.Video(
        title,
        document.page(),
        document.duration(),
        raw.path("isLiveBroadcast").asBoolean(false),
        versions(document),
        captions(raw),
        name(raw.path("licence")),
        name(raw.path("category")),
        isClosed(raw));
  }

  static Content.Audio audio(String title, String summary, ObjectDocument document) {
    JsonNode raw = document.raw();
    JsonNode track = raw.path("track");
    JsonNode about = track.isObject() ? track : raw;
    return new Content.Audio(
        title,
        summary,
        document.page(),
        document.duration(),
        orEmpty(name(first(about.path("artists")))),
        orEmpty(name(about.path("album"))),
        versions(document));
  }

  /**
   * Whether nobody may answer (Lemmy, Mbin, PeerTube). PeerTube's numbers since 6.2: 1 lets
   * everybody comment, 2 nobody, 3 those whom the owner lets.
   */
  static boolean isClosed(JsonNode raw) {
    int policy = raw.path("commentsPolicy").asInt(0);
    return policy == 0 ? !raw.path("commentsEnabled").asBoolean(true) : policy == 2;
  }

  /** Every address of a file or playlist; a playlist's own files stand in its tags. */
  private static List<Content.Version> versions(ObjectDocument document) {
    List<Content.Version> versions = new ArrayList<>();
    for (LinkDocument link : document.url()) {
      add(link.href(), link.mediaType(), link.raw(), versions);
      for (JsonNode part : link.raw().path("tag"))
        Iri.parse(part.path("href").asString(""))
            .ifPresent(href -> add(href, part.path("mediaType").asString(""), part, versions));
    }
    return versions;
  }

  private static void add(
      Iri url, @Nullable String mediaType, JsonNode link, List<Content.Version> versions) {
    if (mediaType == null || !url.isWeb() || versions.size() >= MOST_VERSIONS) return;
    if (!isPlayed(mediaType)) return;
    versions.add(
        new Content.Version(
            url,
            mediaType,
            number(link.path("width")),
            number(link.path("height")),
            link.path("size").isIntegralNumber() ? (Long) link.path("size").asLong(0) : null));
  }

  private static boolean isPlayed(String mediaType) {
    return mediaType.startsWith("video/")
        || mediaType.startsWith("audio/")
        || mediaType.equalsIgnoreCase("application/x-mpegURL")
        || mediaType.equals("application/vnd.apple.mpegurl");
  }

  private static @Nullable Integer number(JsonNode node) {
    int number = node.isIntegralNumber() ? node.asInt(0) : 0;
    return number > 0 ? (Integer) number : null;
  }

  private static List<Content.Captions> captions(JsonNode raw) {
    List<Content.Captions> captions = new ArrayList<>();
    for (JsonNode one : raw.path("subtitleLanguage")) {
      Iri url = address(one.path("url"));
      String language = one.path("identifier").asString("");
      if (url != null && !language.isBlank() && captions.size() < MOST_CAPTIONS)
        captions.add(new Content.Captions(PlainText.line(language, LONGEST_NAME), url));
    }
    return captions;
  }

  /** An address, a link, or several of which the first WebVTT file counts. */
  private static @Nullable Iri address(JsonNode node) {
    if (node.isArray()) {
      for (JsonNode one : node)
        if (one.path("mediaType").asString("text/vtt").equals("text/vtt")) return address(one);
      return null;
    }
    String text = node.isObject() ? node.path("href").asString("") : node.asString("");
    return Iri.parse(text).filter(Iri::isWeb).orElse(null);
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }

  private static @Nullable String name(JsonNode node) {
    String name = node.isObject() ? node.path("name").asString("") : node.asString("");
    return name.isBlank() ? null : PlainText.line(name, LONGEST_NAME);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The largest picture that stands for it. */
  static @Nullable Iri thumbnail(ObjectDocument document) {
    Iri largest = document.icon() == null ? null : document.icon().url();
    int width = -1;
    JsonNode icons = document.raw().path("icon");
    if (icons.isArray())
      for (JsonNode icon : icons) {
        Iri url = address(icon.path("url"));
        if (url == null || icon.path("width").asInt(0) <= width) continue;
        width = icon.path("width").asInt(0);
        largest = url;
      }
    if (largest == null && document.image() != null) largest = document.image().url();
    return largest != null && largest.isWeb() ? largest : null;
  }
}
