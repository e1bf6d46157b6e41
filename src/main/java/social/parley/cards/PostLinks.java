package social.parley.cards;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import social.parley.core.Iri;
import social.parley.posts.Mention;
import social.parley.posts.Post;

/** Finds the link in a post that a card is made of: the first that leads out to a page. */
final class PostLinks {
  private static final Pattern TAG = Pattern.compile("\\btag\\b", Pattern.CASE_INSENSITIVE);

  /** Longer texts are looked through only so far. */
  private static final int LONGEST_TEXT = 100_000;

  /** What both databases take into an index. */
  private static final int LONGEST_LINK = 2000;

  private final String authority;

  /** {@code authority} is this server's own: what leads here needs no card. */
  PostLinks(String authority) {
    this.authority = authority;
  }

  /** Whether a post has any link at all, at a glance. */
  static boolean mayBeIn(Post post) {
    return !post.isBoost() && post.html().contains("href=");
  }

  Optional<Iri> of(Post post) {
    if (!mayBeIn(post)) return Optional.empty();
    String html = post.html();
    Set<String> people = new HashSet<>();
    for (Mention mention : post.mentions()) people.add(mention.url());
    String read = html.length() > LONGEST_TEXT ? html.substring(0, LONGEST_TEXT) : html;
    for (Element link : Jsoup.parseBodyFragment(read).body().getElementsByTag("a")) {
      String address = link.attr("href");
      if (people.contains(address) || namesSomething(link)) continue;
      Optional<Iri> page = page(address);
      if (page.isPresent()) return page;
    }
    return Optional.empty();
  }

  /** Whether it leads to a person, a hashtag or what is quoted. */
  private static boolean namesSomething(Element link) {
    if (link.hasClass("mention") || link.hasClass("hashtag")) return true;
    if (TAG.matcher(link.attr("rel")).find()) return true;
    for (Element around = link.parent(); around != null; around = around.parent())
      if (around.hasClass("h-card") || around.hasClass("quote-inline")) return true;
    return false;
  }

  private Optional<Iri> page(String address) {
    return Iri.parse(address)
        .filter(Iri::isWeb)
        .map(Iri::withoutFragment)
        .filter(iri -> !iri.authority().equals(authority))
        .filter(iri -> iri.value().getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINK);
  }
}
