package social.parley.cards;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a page says of itself in JSON-LD, in the words of schema.org. */
record Article(JsonNode node) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> KINDS =
      List.of(
          "Article",
          "NewsArticle",
          "BlogPosting",
          "Report",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "ScholarlyArticle",
          "TechArticle",
          "LiveBlogPosting",
          "VideoObject",
          "Recipe",
          "PodcastEpisode");

  private static final int MOST_NODES = 500;

  static Article in(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode found = find(script.data());
      if (found != null) return new Article(found);
    }
    return new Article(JsonNodeFactory.instance.objectNode());
  }

  private static @Nullable JsonNode find(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException broken) {
      return null;
    }
    Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
    for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
      JsonNode node = open.poll();
      if (isArticle(node.path("@type"))) return node;
      if (node.isArray()) node.forEach(open::add);
      if (node.isObject()) node.path("@graph").forEach(open::add);
    }
    return null;
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) return type.valueStream().anyMatch(Article::isArticle);
    return type.isString() && KINDS.contains(type.stringValue());
  }

  String headline() {
    String headline = text(node.path("headline"));
    return headline.isEmpty() ? text(node.path("name")) : headline;
  }

  String description() {
    return text(node.path("description"));
  }

  String language() {
    return text(node.path("inLanguage"));
  }

  String published() {
    return text(node.path("datePublished"));
  }

  String author() {
    return name(one(node.path("author")));
  }

  String authorUrl() {
    return text(one(node.path("author")).path("url"));
  }

  String publisher() {
    return name(one(node.path("publisher")));
  }

  String image() {
    JsonNode image = one(node.path("image"));
    return image.isObject() ? text(image.path("url")) : text(image);
  }

  private static String name(JsonNode who) {
    return who.isObject() ? text(one(who.path("name"))) : text(who);
  }

  private static JsonNode one(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }
}
