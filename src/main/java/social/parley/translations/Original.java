package social.parley.translations;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import social.parley.text.HtmlCleaner;

/**
 * All that is to be translated of a post. Services take HTML and leave alone what says so: custom
 * emoji are marked that way, and what is plain text goes as HTML too.
 */
public record Original(
    @Nullable String language,
    String html,
    String warning,
    List<String> options,
    List<String> descriptions,
    List<String> emoji) {
  public Original {
    options = List.copyOf(options);
    descriptions = List.copyOf(descriptions);
    emoji = List.copyOf(emoji);
  }

  /** Everything that holds words, in one order. */
  List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    pieces.add(marked(html));
    for (String text : texts()) if (!text.isBlank()) pieces.add(marked(Entities.escape(text)));
    return pieces;
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    texts.add(warning);
    texts.addAll(options);
    texts.addAll(descriptions);
    return texts;
  }

  private String marked(String text) {
    String marked = text;
    for (String shortcode : emoji)
      marked =
          marked.replace(
              ":" + shortcode + ":", "<span translate=\"no\">:" + shortcode + ":</span>");
    return marked;
  }

  /** The same with other words in it. */
  Translation with(List<String> translated, String to, String from, String provider) {
    List<String> texts = new ArrayList<>();
    int next = 1;
    for (String text : texts())
      texts.add(
          text.isBlank() ? text : Jsoup.parseBodyFragment(translated.get(next++)).wholeText());
    int files = 1 + options.size();
    return new Translation(
        to,
        from,
        provider,
        HtmlCleaner.clean(unmarked(translated.getFirst())),
        texts.getFirst(),
        texts.subList(1, files),
        texts.subList(files, texts.size()));
  }

  private static String unmarked(String html) {
    Document fragment = Jsoup.parseBodyFragment(html);
    fragment.outputSettings().prettyPrint(false);
    Element body = fragment.body();
    for (Element mark : body.select("span[translate=no]:not([class])")) {
      String text = mark.wholeText();
      if (text.startsWith(":") && text.endsWith(":")) mark.replaceWith(new TextNode(text));
    }
    return body.html();
  }
}
