package social.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.core.PostId;
import social.parley.posts.Content;
import social.parley.posts.Mention;
import social.parley.posts.Post;
import social.parley.text.Hashtag;
import social.parley.text.PlainText;

/** The clean HTML of posts with its people and tags led to pages here, and its emoji drawn. */
final class PostHtml {
  private record Key(PostId post, @Nullable Instant edited, @Nullable Object emoji) {}

  private static final int LINE = 200;
  private static final String TITLE_ENDS = "</strong></p>";

  private final EmojiText emoji;
  private final Cache<Key, Html> cache = Caffeine.newBuilder().maximumSize(5000).build();
  private final Cache<Key, String> lines = Caffeine.newBuilder().maximumSize(5000).build();

  PostHtml(EmojiText emoji) {
    this.emoji = emoji;
  }

  Html of(Post post) {
    String html = untitled(post);
    if (html.isEmpty()) return Html.EMPTY;
    if (post.emoji().isEmpty() && !html.contains("<a ")) return new Html(html);
    return cache.get(
        new Key(post.id(), post.editedAt(), post.emoji().isEmpty() ? null : emoji.edition()),
        _ -> rewritten(html, post.mentions(), post.tags(), post.emoji()));
  }

  /** Its first words in one line; reading them out of the HTML costs more than showing it. */
  String line(Post post) {
    return lines.get(
        new Key(post.id(), post.editedAt(), null), _ -> PlainText.firstWords(post.html(), LINE));
  }

  /** Without the title, which pages show in a place of its own. */
  private static String untitled(Post post) {
    String html = post.html();
    boolean titled = post.content() instanceof Content.Titled content && !content.title().isEmpty();
    int end = html.indexOf(TITLE_ENDS);
    return titled && end >= 0 && html.startsWith("<p><strong>")
        ? html.substring(end + TITLE_ENDS.length())
        : html;
  }

  /** The same of another wording of a post. */
  Html translated(Post post, String words) {
    return words.isEmpty()
        ? Html.EMPTY
        : rewritten(words, post.mentions(), post.tags(), post.emoji());
  }

  /** The same for a profile's text or one of its fields. */
  Html ofProfile(String html, List<CustomEmoji> pictures) {
    return html.isEmpty() ? Html.EMPTY : rewritten(html, List.of(), List.of(), pictures);
  }

  private Html rewritten(
      String html, List<Mention> mentions, List<String> tags, List<CustomEmoji> pictures) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Map<String, String> people = new HashMap<>();
    for (Mention mention : mentions) people.put(mention.url(), "/@" + mention.acct());
    for (Element link : document.body().select("a[href]")) lead(link, people, tags);
    if (!pictures.isEmpty())
      document.body().nodeStream(TextNode.class).toList().forEach(text -> draw(text, pictures));
    return new Html(document.body().html());
  }

  private static void lead(Element link, Map<String, String> people, List<String> tags) {
    String person = people.get(link.attr("href"));
    String text = link.text();
    if (person != null) link.attr("href", person);
    else if (text.startsWith("#") && tags.contains(Hashtag.normalise(text.substring(1))))
      link.attr("href", TagLink.of(Hashtag.normalise(text.substring(1))));
  }

  private void draw(TextNode text, List<CustomEmoji> pictures) {
    String escaped = Html.escape(text.getWholeText());
    String drawn = emoji.pictured(escaped, pictures);
    if (!drawn.equals(escaped)) text.replaceWith(new DataNode(drawn));
  }
}
