package social.parley.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** Reads Atom, RSS 2.0 and RSS 1.0; entities and further documents are not looked at. */
final class XmlFeedReader {
  static final int MOST_ITEMS = 50;
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:rdf");
  private static final int MOST_TAGS = 16;

  private XmlFeedReader() {}

  static Optional<FeedContent> read(String text, Iri address) {
    Element root = Jsoup.parse(text, address.value(), Parser.xmlParser()).firstElementChild();
    if (root == null || !ROOTS.contains(name(root))) return Optional.empty();
    Element channel = child(root, "channel");
    Element about = channel == null ? root : channel;
    // RSS 1.0 has its items beside the channel.
    Element list = name(root).equals("rdf:rdf") || channel == null ? root : channel;
    List<FeedContent.Item> items = new ArrayList<>();
    for (Element one : list.children())
      if ((name(one).equals("item") || name(one).equals("entry")) && items.size() < MOST_ITEMS)
        items.add(item(one, address));
    return Optional.of(
        new FeedContent(
            text(about, "title"),
            first(text(about, "subtitle"), text(about, "description")),
            link(about, address),
            icon(about),
            related(about, "hub", address),
            related(about, "self", address),
            items));
  }

  private static FeedContent.Item item(Element item, Iri address) {
    String link = link(item, address);
    String key = first(text(item, "guid"), first(text(item, "id"), link == null ? "" : link));
    String date =
        first(
            first(text(item, "pubdate"), text(item, "published")),
            first(text(item, "dc:date"), text(item, "updated")));
    List<String> tags = new ArrayList<>();
    for (Element category : children(item, "category"))
      if (tags.size() < MOST_TAGS)
        tags.add(first(category.attr("term"), category.wholeText().strip()));
    Iri base = link == null ? address : Iri.parse(link).orElse(address);
    return new FeedContent.Item(
        key.isEmpty() ? text(item, "title") : key,
        Parser.unescapeEntities(text(item, "title"), false),
        link,
        FeedReader.absolute(html(item), base),
        FeedDates.read(date),
        tags,
        files(item));
  }

  /** The whole text where there is one, else the summary. */
  private static String html(Element item) {
    for (String name : List.of("content:encoded", "content", "description", "summary")) {
      Element content = child(item, name);
      if (content == null) continue;
      String html =
          switch (content.attr("type").toLowerCase(Locale.ROOT)) {
            case "xhtml" -> content.html();
            case "text" -> escaped(content.wholeText());
            default -> content.wholeText();
          };
      if (!html.isBlank()) return html.strip();
    }
    return "";
  }

  static String escaped(String text) {
    return new Element("p").text(text).html();
  }

  private static @Nullable String link(Element element, Iri address) {
    for (Element link : children(element, "link")) {
      String rel = link.attr("rel");
      if (!rel.isEmpty() && !rel.equals("alternate")) continue;
      String written = first(link.attr("href"), link.wholeText().strip());
      String absolute = absolute(written, address);
      if (Iri.parse(absolute).filter(Iri::isWeb).isPresent()) return absolute;
    }
    return null;
  }

  /** In Atom, or as Atom within RSS. */
  private static @Nullable String related(Element about, String relation, Iri address) {
    for (String name : List.of("link", "atom:link", "atom10:link"))
      for (Element link : children(about, name))
        if (link.attr("rel").equalsIgnoreCase(relation))
          return absolute(link.attr("href"), address);
    return null;
  }

  private static String absolute(String written, Iri address) {
    Element link = new Element("a").attr("href", written);
    link.setBaseUri(address.value());
    return link.absUrl("href");
  }

  private static List<FeedContent.File> files(Element item) {
    List<FeedContent.File> files = new ArrayList<>();
    for (Element one : children(item, "enclosure"))
      files.add(new FeedContent.File(one.attr("url"), one.attr("type")));
    for (Element one : children(item, "link"))
      if (one.attr("rel").equals("enclosure"))
        files.add(new FeedContent.File(one.attr("href"), one.attr("type")));
    return files;
  }

  private static @Nullable String icon(Element about) {
    Element image = child(about, "image");
    String icon =
        first(
            image == null ? "" : text(image, "url"),
            first(text(about, "logo"), text(about, "icon")));
    return icon.isEmpty() ? null : icon;
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? "" : child.wholeText().strip();
  }

  private static @Nullable Element child(Element parent, String name) {
    List<Element> all = children(parent, name);
    return all.isEmpty() ? null : all.getFirst();
  }

  private static List<Element> children(Element parent, String name) {
    return parent.children().stream().filter(one -> name(one).equals(name)).toList();
  }

  private static String name(Element element) {
    return element.tagName().toLowerCase(Locale.ROOT);
  }
}
