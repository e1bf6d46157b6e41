package social.parley.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** What strangers send: activities of the size and shape that a Mastodon server sends. */
final class Notes {
  private static final String CONTEXT =
      """
      "@context": ["https://www.w3.org/ns/activitystreams", {
        "ostatus": "http://ostatus.org#", "atomUri": "ostatus:atomUri",
        "inReplyToAtomUri": "ostatus:inReplyToAtomUri", "conversation": "ostatus:conversation",
        "sensitive": "as:sensitive", "toot": "http://joinmastodon.org/ns#",
        "votersCount": "toot:votersCount", "blurhash": "toot:blurhash",
        "focalPoint": {"@container": "@list", "@id": "toot:focalPoint"}, "Hashtag": "as:Hashtag"}]\
      """;

  private static final String CREATE =
      """
      {%1$s, "id": "%2$s/activity", "type": "Create", "actor": "%3$s", "published": "%4$s",
       "to": ["https://www.w3.org/ns/activitystreams#Public"], "cc": ["%3$s/followers"%5$s],
       "object": {"id": "%2$s", "type": "%6$s", "summary": null, "inReplyTo": %7$s,
        "published": "%4$s", "url": "%2$s", "attributedTo": "%3$s",
        "to": ["https://www.w3.org/ns/activitystreams#Public"], "cc": ["%3$s/followers"%5$s],
        "sensitive": false, "atomUri": "%2$s", "inReplyToAtomUri": null,
        "conversation": "tag:%8$s,2026:objectId=%9$d:objectType=Conversation",
        "content": "%10$s", "contentMap": {"en": "%10$s"}, "attachment": [%11$s], "tag": [%12$s],
        "replies": {"id": "%2$s/replies", "type": "Collection", "first": {
          "type": "CollectionPage", "next": "%2$s/replies?only_other_accounts=true&page=true",
          "partOf": "%2$s/replies", "items": []}}%13$s}}\
      """;

  private static final String TEXT =
      "<p>%sThis is post number %d, long enough to look like one that somebody wrote this morning:"
          + " it rained until noon, then the sun came out over the harbour, and a <a"
          + " href='https://example.org/boats/%d' rel='nofollow noopener'>boat</a> came"
          + " in.</p><p>Nobody had expected it before Thursday.%s</p>";

  private static final String IMAGE =
      """
      {"type": "Document", "mediaType": "image/jpeg", "url": "http://%s/media/%d-%d.jpg",
       "name": "A boat at the quay", "blurhash": "UFQ0XIt7~Wof9Fj[RjWB~qj[M{ofWBj[ofay",
       "width": 1280, "height": 853, "focalPoint": [0.0, 0.0]}\
      """;

  private Notes() {}

  /** What is special about a note. */
  record Kind(
      @Nullable Iri mentioned, boolean tagged, int images, boolean poll, @Nullable Iri replyTo) {
    static final Kind PLAIN = new Kind(null, false, 0, false, null);
  }

  static Iri iri(Stranger author, long number) {
    return new Iri(author.iri() + "/statuses/" + number);
  }

  static byte[] create(Stranger author, long number, Kind kind, Instant published) {
    Iri mentioned = kind.mentioned();
    String greeting = "";
    StringBuilder tags = new StringBuilder();
    if (mentioned != null) {
      greeting =
          "<span class='h-card'><a href='%s' class='u-url mention'>@<span>you</span></a></span> "
              .formatted(mentioned);
      tags.append(
          "{\"type\": \"Mention\", \"href\": \"%s\", \"name\": \"@you\"}".formatted(mentioned));
    }
    String end = "";
    if (kind.tagged()) {
      end =
          " <a href='http://%s/tags/boats' class='mention hashtag' rel='tag'>#<span>boats</span></a>"
              .formatted(author.host());
      if (!tags.isEmpty()) tags.append(", ");
      tags.append("{\"type\": \"Hashtag\", \"href\": \"http://")
          .append(author.host())
          .append("/tags/boats\", \"name\": \"#boats\"}");
    }
    StringBuilder images = new StringBuilder();
    for (int i = 0; i < kind.images(); i++)
      images.append(i == 0 ? "" : ", ").append(IMAGE.formatted(author.host(), number, i));
    String text = TEXT.formatted(greeting, number, number, end);
    return CREATE
        .formatted(
            CONTEXT,
            iri(author, number),
            author.iri(),
            published.truncatedTo(ChronoUnit.SECONDS),
            mentioned == null ? "" : ", \"" + mentioned + "\"",
            kind.poll() ? "Question" : "Note",
            kind.replyTo() == null ? "null" : "\"" + kind.replyTo() + "\"",
            author.host(),
            number,
            text,
            images,
            tags,
            kind.poll() ? poll(published) : "")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String poll(Instant published) {
    StringBuilder options = new StringBuilder();
    for (String title : new String[] {"Monday", "Wednesday", "Thursday", "Never"})
      options
          .append(options.isEmpty() ? "" : ", ")
          .append("{\"type\": \"Note\", \"name\": \"")
          .append(title)
          .append("\", \"replies\": {\"type\": \"Collection\", \"totalItems\": 7}}");
    return ", \"votersCount\": 28, \"endTime\": \"%s\", \"oneOf\": [%s]"
        .formatted(published.plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS), options);
  }

  static byte[] boost(Stranger booster, long number, Iri original, Instant published) {
    return """
    {"@context": "https://www.w3.org/ns/activitystreams", "id": "%1$s/activity",
     "type": "Announce", "actor": "%2$s", "published": "%3$s",
     "to": ["https://www.w3.org/ns/activitystreams#Public"], "cc": ["%2$s/followers"],
     "object": "%4$s"}\
    """
        .formatted(
            iri(booster, number),
            booster.iri(),
            published.truncatedTo(ChronoUnit.SECONDS),
            original)
        .getBytes(StandardCharsets.UTF_8);
  }
}
