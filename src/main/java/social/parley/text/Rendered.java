package social.parley.text;

import java.util.List;

/**
 * A rendered text: clean HTML, who is mentioned, the hashtags as written without their sign (each
 * once, whatever its spelling), and the addresses it links to; all in order of appearance.
 */
public record Rendered(
    String html, List<Mention> mentions, List<String> hashtags, List<String> links) {
  public Rendered {
    mentions = List.copyOf(mentions);
    hashtags = List.copyOf(hashtags);
    links = List.copyOf(links);
  }
}
