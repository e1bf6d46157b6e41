package social.parley.activitystreams;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Contexts;
import social.parley.jsonld.JsonLd;
import tools.jackson.databind.JsonNode;

/** The rules of ActivityStreams 2.0 without mercy, for conformance checks. */
final class StrictJudge {
  private static final Set<String> TEXTS = Set.of("name", "summary", "content");
  private static final Set<String> MAPS = Set.of("nameMap", "summaryMap", "contentMap");
  private static final Set<String> ADDRESSES = Set.of("url", "href");

  private static final Set<String> THINGS =
      Set.of(
          "actor",
          "object",
          "target",
          "origin",
          "result",
          "instrument",
          "attributedTo",
          "to",
          "cc",
          "bto",
          "bcc",
          "audience",
          "attachment",
          "tag",
          "context",
          "generator",
          "icon",
          "image",
          "inReplyTo",
          "location",
          "preview",
          "replies",
          "items",
          "orderedItems",
          "subject",
          "describes",
          "oneOf",
          "anyOf");

  private static final Set<String> TIMES =
      Set.of("published", "updated", "startTime", "endTime", "deleted");

  private static final Set<String> COUNTS = Set.of("totalItems", "startIndex", "width", "height");
  private static final char REPLACEMENT = '\ufffd';
  private static final Set<String> PAGES = Set.of("first", "last", "next", "prev", "current");
  private static final Set<String> PAGE_TYPES =
      Set.of("CollectionPage", "OrderedCollectionPage", "Link");

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private StrictJudge() {}

  static void judge(JsonNode document) throws Unreadable {
    if (!document.isObject()) throw new Unreadable("not a JSON object");
    judgeContext(document.get("@context"));
    judgeObject(JsonLd.normalise(document));
  }

  private static void judgeContext(@Nullable JsonNode context) {
    if (context == null) return;
    for (JsonNode member : Values.members(context))
      if (member.isString() && isActivityStreams(member.stringValue())) return;
    throw new Unreadable("@context does not name ActivityStreams");
  }

  /** Older drafts had the address without TLS, or with a fragment mark. */
  private static boolean isActivityStreams(String address) {
    String plain = address.endsWith("#") ? address.substring(0, address.length() - 1) : address;
    return plain.equals(Contexts.ACTIVITY_STREAMS)
        || plain.equals(Contexts.ACTIVITY_STREAMS.replace("https:", "http:"));
  }

  private static void judgeObject(JsonNode node) {
    judgeId(node.get("id"));
    judgeType(node.get("type"));
    judgeCollection(node);
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (name.equals("@context")) continue;
      judgeMember(name, member.getValue());
      for (JsonNode value : Values.members(member.getValue()))
        if (value.isObject() && !MAPS.contains(name) && !TEXTS.contains(name)) judgeObject(value);
    }
  }

  private static void judgeId(@Nullable JsonNode id) {
    if (id == null || id.isNull()) return;
    if (!id.isString()) throw new Unreadable("id is not a string");
    if (Iri.parse(id.stringValue()).isEmpty() && !id.stringValue().startsWith("_:"))
      throw new Unreadable("id is not an absolute IRI");
  }

  private static void judgeType(@Nullable JsonNode type) {
    for (JsonNode member : Values.members(type))
      if (!member.isString()) throw new Unreadable("type is not a string");
  }

  private static void judgeMember(String name, JsonNode value) {
    if (MAPS.contains(name)) judgeLanguages(name, value);
    for (JsonNode member : Values.members(value)) {
      if (TEXTS.contains(name)) judgeText(name, member);
      else if (ADDRESSES.contains(name)) judgeAddress(name, member);
      else if (THINGS.contains(name) || PAGES.contains(name)) judgeThing(name, member);
      else if (TIMES.contains(name)) judgeTime(name, member);
      else if (COUNTS.contains(name)) judgeCount(name, member);
    }
  }

  /** Early drafts had the languages in the member itself, and the suite still takes that. */
  private static void judgeText(String name, JsonNode value) {
    if (value.isObject()) judgeLanguages(name, value);
    else judgeString(name, value);
  }

  private static void judgeString(String name, JsonNode value) {
    if (!value.isString()) throw new Unreadable(name + " is not a string");
    // Bytes that were no UTF-8 became this mark on their way here.
    if (value.stringValue().indexOf(REPLACEMENT) >= 0)
      throw new Unreadable(name + " lost characters");
  }

  private static void judgeLanguages(String name, JsonNode map) {
    if (!map.isObject()) throw new Unreadable(name + " is not a map of languages");
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      judgeLanguage(entry.getKey());
      judgeString(name, entry.getValue());
    }
  }

  private static void judgeLanguage(String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      if (language.length() != 2 || LANGUAGES.contains(language)) return;
    } catch (IllformedLocaleException broken) {
      throw new Unreadable("no language tag (RFC 5646)");
    }
    throw new Unreadable("no registered language");
  }

  private static void judgeAddress(String name, JsonNode value) {
    if (value.isObject()) return;
    if (!value.isString() || Iri.parse(value.stringValue()).isEmpty())
      throw new Unreadable(name + " is not an absolute IRI");
  }

  private static void judgeThing(String name, JsonNode value) {
    if (!value.isObject() && !value.isString())
      throw new Unreadable(name + " is neither an object nor an IRI");
  }

  private static void judgeTime(String name, JsonNode value) {
    if (!value.isString() || Times.parse(value.stringValue()) == null)
      throw new Unreadable(name + " is not a date");
  }

  private static void judgeCount(String name, JsonNode value) {
    if (!value.isIntegralNumber() || value.doubleValue() < 0)
      throw new Unreadable(name + " is not a whole number");
  }

  private static void judgeCollection(JsonNode node) {
    String type = Values.type(node);
    boolean ordered = type.equals("OrderedCollection") || type.equals("OrderedCollectionPage");
    boolean unordered = type.equals("Collection") || type.equals("CollectionPage");
    if (ordered && node.has("items")) throw new Unreadable(type + " with items");
    if (unordered && node.has("orderedItems")) throw new Unreadable(type + " with orderedItems");
    if (!ordered && !unordered) return;
    for (String name : PAGES) {
      JsonNode page = Values.first(node, name);
      if (page == null || !page.isObject()) continue;
      if (!PAGE_TYPES.contains(Values.type(page))) throw new Unreadable(name + " is not a page");
    }
  }
}
