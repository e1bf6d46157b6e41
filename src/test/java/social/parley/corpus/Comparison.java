package social.parley.corpus;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ObjectDocument;
import social.parley.text.PlainText;
import tools.jackson.databind.JsonNode;

/** What of a recorded post a person does not see in the client API; nothing, when all is well. */
final class Comparison {
  private final JsonNode post;
  private final JsonNode status;
  private final String text;
  private final Set<String> lacks = new TreeSet<>();

  private Comparison(JsonNode post, JsonNode status) {
    this.post = post;
    this.status = status;
    this.text = letters(PlainText.of(status.path("content").asString("")));
  }

  /** The names of what is missing or wrong. */
  static Set<String> of(JsonNode post, JsonNode status) {
    Comparison comparison = new Comparison(post, status);
    comparison.words();
    comparison.circumstances();
    comparison.tags();
    comparison.files();
    comparison.poll();
    comparison.kind();
    return comparison.lacks;
  }

  /** The same for an actor and an account. */
  static Set<String> ofActor(JsonNode actor, JsonNode account) {
    Set<String> lacks = new TreeSet<>();
    String name = actor.path("name").asString("");
    if (!letters(account.path("display_name").asString("")).equals(letters(PlainText.of(name))))
      lacks.add("name");
    if (!account.path("username").asString().equals(actor.path("preferredUsername").asString()))
      lacks.add("username");
    String note = letters(PlainText.of(account.path("note").asString("")));
    if (!note.contains(letters(PlainText.of(actor.path("summary").asString(""))))) lacks.add("bio");
    String type = actor.path("type").asString();
    if (account.path("group").asBoolean() != (type.equals("Group") || type.equals("Feed")))
      lacks.add("group");
    boolean bot = type.equals("Application") || type.equals("Service");
    if (account.path("bot").asBoolean() != bot) lacks.add("bot");
    long fields = 0;
    for (JsonNode one : World.each(actor.path("attachment")))
      if (one.path("type").asString("").equals("PropertyValue")) fields++;
    if (account.path("fields").size() != fields) lacks.add("fields");
    if (!actor.at("/icon/url").asString("").isEmpty()
        && account.path("avatar").asString("").contains("/assets/")) lacks.add("avatar");
    return lacks;
  }

  private void lacks(String what, boolean really) {
    if (really) lacks.add(what);
  }

  /** Letters and digits alone: what markup does to blanks and signs is no matter here. */
  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }

  private boolean shows(String words) {
    return text.contains(letters(PlainText.of(words)));
  }

  private String type() {
    return Recording.first(post.path("type")).asString("");
  }

  private boolean isNote() {
    return Set.of("Note", "Question", "ChatMessage").contains(type());
  }

  private void words() {
    String content = post.path("content").asString("");
    if (content.isEmpty()) content = Recording.first(post.path("contentMap")).path(0).asString("");
    boolean markdown = post.path("mediaType").asString("").equals("text/markdown");
    if (markdown) {
      String told = content.replaceAll("\\]\\([^)]*\\)", "]");
      for (String word : told.split("[^\\p{L}\\p{N}]+")) lacks("text", !shows(word));
    } else lacks("text", !shows(content));
    lacks("title", !shows(post.path("name").asString("")));
    String summary = post.path("summary").asString("");
    if (isNote()) {
      String warning = letters(status.path("spoiler_text").asString(""));
      lacks("warning", !warning.equals(letters(PlainText.of(summary))));
    } else {
      String told = letters(PlainText.of(status.at("/details/summary").asString("")));
      lacks("summary", !shows(summary) && !told.equals(letters(PlainText.of(summary))));
    }
    boolean hidden = post.path("sensitive").asBoolean(false) || (isNote() && !summary.isEmpty());
    lacks("sensitive", status.path("sensitive").asBoolean() != hidden);
    lacks("quotation", type().equals("Quotation") && !shows(post.path("quote").asString("")));
  }

  private static String kind(String type) {
    return switch (type) {
      case "ChatMessage" -> "note";
      case "Comment", "GeneratedNote", "Quotation", "Rating", "Review" -> "book";
      default -> type.toLowerCase(Locale.ROOT);
    };
  }

  private void kind() {
    lacks("kind", !status.path("kind").asString().equals(kind(type())));
    JsonNode details = status.path("details");
    String start = post.path("startTime").asString("");
    if (type().equals("Event") && !start.isEmpty())
      lacks(
          "time",
          !Instant.parse(details.at("/event/start_time").asString())
              .equals(OffsetDateTime.parse(start).toInstant()));
    String place = Recording.first(post.path("location")).path("name").asString("");
    lacks("place", !details.at("/event/place/name").asString("").equals(place));
    for (JsonNode one : World.each(post.path("attachment")))
      if (type().equals("Page") && one.path("type").asString("").equals("Link"))
        lacks("link", !details.path("link").asString("").equals(one.path("href").asString()));
    String duration = post.path("duration").asString("");
    if (!duration.isEmpty() && type().equals("Video"))
      lacks(
          "duration",
          details.at("/play/duration").asLong(0) != Duration.parse(duration).toSeconds());
  }

  private void circumstances() {
    List<String> authors = new ArrayList<>();
    for (JsonNode one : World.each(post.path("attributedTo"))) authors.add(Recording.id(one));
    if (authors.isEmpty()) authors.add(Recording.id(Recording.first(post.path("actor"))));
    lacks("author", !authors.contains(status.at("/account/uri").asString("")));
    lacks("visibility", !status.path("visibility").asString().equals(visibility()));
    boolean answers = !Recording.id(Recording.first(post.path("inReplyTo"))).isEmpty();
    lacks("parent", status.path("in_reply_to_id").isNull() == answers);
    String published = post.path("published").asString("");
    if (ActivityReader.read(post) instanceof ObjectDocument document) {
      Instant when = document.published();
      Instant shown = Instant.parse(status.path("created_at").asString());
      lacks("date", when != null && Math.abs(when.toEpochMilli() - shown.toEpochMilli()) > 1);
      lacks("date", when == null && !published.isEmpty());
      String language = document.language();
      lacks("language", language != null && !language.equals(status.path("language").asString()));
    }
  }

  private String visibility() {
    if (names("to", Recording.PUBLIC) || names("to", "as:Public")) return "public";
    if (names("cc", Recording.PUBLIC) || names("cc", "as:Public")) return "unlisted";
    for (String list : List.of("to", "cc"))
      for (JsonNode one : World.each(post.path(list)))
        if (one.asString("").contains("/followers")) return "private";
    boolean addressed = post.hasNonNull("to") || post.hasNonNull("cc");
    return addressed ? "direct" : "unlisted";
  }

  private boolean names(String list, String id) {
    for (JsonNode one : World.each(post.path(list))) if (one.asString("").equals(id)) return true;
    return false;
  }

  private void tags() {
    Set<String> tags = new LinkedHashSet<>();
    Set<String> emoji = new LinkedHashSet<>();
    Set<String> people = new LinkedHashSet<>();
    for (JsonNode tag : World.each(post.path("tag"))) {
      String name = tag.path("name").asString("");
      switch (tag.path("type").asString("")) {
        case "Hashtag" -> tags.add(letters(name));
        case "Emoji", "toot:Emoji" -> emoji.add(name.replace(":", ""));
        case "Mention" -> people.add(tag.path("href").asString(""));
        default -> {}
      }
    }
    Set<String> shown = new LinkedHashSet<>();
    for (JsonNode tag : status.path("tags")) shown.add(letters(tag.path("name").asString()));
    lacks("hashtags", !shown.equals(tags));
    Set<String> pictures = new LinkedHashSet<>();
    for (JsonNode one : status.path("emojis")) pictures.add(one.path("shortcode").asString());
    lacks("emoji", !pictures.equals(emoji));
    lacks("mentions", status.path("mentions").size() != people.size());
  }

  private void files() {
    Set<String> shown = new LinkedHashSet<>();
    for (JsonNode file : status.path("media_attachments"))
      shown.add(file.path("type").asString() + " " + file.path("remote_url").asString(""));
    for (JsonNode file : World.each(post.path("attachment"))) {
      String type = file.path("type").asString("");
      if (!Set.of("Image", "Document", "Video", "Audio").contains(type)) continue;
      String address = address(Recording.first(file.path("url")));
      lacks("media", shown.stream().noneMatch(one -> one.endsWith(" " + address)));
      String described = file.path("name").asString("");
      boolean told = status.path("media_attachments").toString().contains(escaped(described));
      lacks("description", !told);
    }
    switch (type()) {
      case "Video" -> playable("video", shown);
      case "Audio" -> playable("audio", shown);
      case "Image" -> playable("image", shown);
      default -> {}
    }
  }

  private static String escaped(String text) {
    String quoted = tools.jackson.databind.node.StringNode.valueOf(text).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String address(JsonNode node) {
    return node.isObject() ? node.path("href").asString("") : node.asString("");
  }

  private void playable(String kind, Set<String> shown) {
    lacks("media", shown.stream().noneMatch(one -> one.startsWith(kind + " ")));
    boolean pictured = !Recording.first(post.path("icon")).path("url").asString("").isEmpty();
    boolean previewed = false;
    for (JsonNode file : status.path("media_attachments"))
      previewed |= !file.path("preview_remote_url").isNull();
    lacks("preview", kind.equals("video") && pictured && !previewed);
  }

  private void poll() {
    JsonNode options = post.path("oneOf").isArray() ? post.path("oneOf") : post.path("anyOf");
    if (!options.isArray()) return;
    JsonNode shown = status.path("poll").path("options");
    lacks("poll", shown.size() != options.size());
    for (int i = 0; i < options.size(); i++) {
      lacks(
          "poll",
          !shown.path(i).path("title").asString("").equals(options.get(i).path("name").asString()));
      long votes = options.get(i).at("/replies/totalItems").asLong(0);
      lacks("votes", shown.path(i).path("votes_count").asLong(0) != votes);
    }
  }
}
