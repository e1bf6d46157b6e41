package social.parley.text;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes foreign HTML harmless and uniform. Only listed elements, attributes and classes remain;
 * cleaning what is clean changes nothing.
 */
public final class HtmlCleaner {
  /** Longer input is cut before it is read, in UTF-16 units. */
  public static final int MAX_INPUT = 1_000_000;

  private enum Kind {
    POST,
    ARTICLE,
    PROFILE,
    OWN
  }

  private final Kind kind;
  private final CleanHtml out = new CleanHtml();

  private HtmlCleaner(Kind kind) {
    this.kind = kind;
  }

  /** The text of a post; pictures and players in it become links. */
  public static String clean(String html) {
    return new HtmlCleaner(Kind.POST).run(html);
  }

  /** The text of an article, whose pictures stay when they come over https. */
  public static String cleanArticle(String html) {
    return new HtmlCleaner(Kind.ARTICLE).run(html);
  }

  /** The text of a profile: paragraphs, lists and links only. */
  public static String cleanBio(String html) {
    return new HtmlCleaner(Kind.PROFILE).run(html);
  }

  /** What this server rendered itself, whose mentions and hashtags keep their exact form. */
  static String cleanOwn(String html) {
    return new HtmlCleaner(Kind.OWN).run(html);
  }

  private String run(String html) {
    String bounded = html.length() > MAX_INPUT ? html.substring(0, MAX_INPUT) : html;
    children(Jsoup.parseBodyFragment(bounded).body());
    return out.toString();
  }

  private void children(Element element) {
    for (Node child = element.firstChild(); child != null; child = child.nextSibling())
      switch (child) {
        case TextNode text -> out.text(text.getWholeText());
        case Element inner -> element(inner);
        default -> {}
      }
  }

  private void element(Element element) {
    String tag = element.normalName();
    if (Elements.isDropped(tag)) return;
    switch (tag) {
      case "br", "hr" -> out.single(tag, "");
      case "img" -> picture(element);
      case "video", "audio", "iframe" -> player(element);
      case "math" -> out.text(Formula.text(element));
      default -> container(element, tag);
    }
  }

  private void container(Element element, String tag) {
    String kept = kept(element, tag);
    String attributes = AllowedAttributes.of(kept, element, kind == Kind.OWN);
    boolean leads = !kept.equals("a") || attributes.contains(" href=");
    if (!kept.isEmpty() && leads && out.mayOpen(kept)) {
      out.open(kept, attributes);
      children(element);
      out.close();
      return;
    }
    boolean line = Elements.isBlock(tag) || Elements.isSection(tag);
    if (line) out.breakLine();
    children(element);
    if (line) out.breakLine();
  }

  /** The element to write for one that was read, or nothing when only its content stays. */
  private String kept(Element element, String tag) {
    if (Elements.isSection(tag)) return hasBlocks(element) ? "" : "p";
    String modern =
        switch (tag) {
          case "strike" -> "s";
          case "tt" -> "code";
          case "acronym" -> "abbr";
          default -> tag;
        };
    if (kind != Kind.PROFILE) return Elements.isKept(modern) ? modern : "";
    if (Elements.isSimple(modern)) return modern;
    return Elements.isBlock(modern) && !hasBlocks(element) ? "p" : "";
  }

  private static boolean hasBlocks(Element element) {
    for (Element inner : element.children()) {
      String tag = inner.normalName();
      if (Elements.isBlock(tag) || Elements.isSection(tag) || hasBlocks(inner)) return true;
    }
    return false;
  }

  private void picture(Element image) {
    String alt = image.attr("alt").strip();
    if (isEmoji(image, alt)) out.text(alt);
    else if (kind == Kind.ARTICLE && Links.isSecure(image.attr("src")))
      out.single("img", AllowedAttributes.ofPicture(image));
    else link(image.attr("src"), alt);
  }

  private static boolean isEmoji(Element image, String alt) {
    boolean code = alt.length() > 2 && alt.startsWith(":") && alt.endsWith(":");
    return code || (!alt.isEmpty() && (image.hasClass("emoji") || image.hasClass("custom-emoji")));
  }

  private void player(Element element) {
    String url = element.attr("src");
    Element source = element.selectFirst("source[src]");
    if (url.isBlank() && source != null) url = source.attr("src");
    link(url, element.attr("title").strip());
  }

  /** A link in place of what cannot be shown; without a text it names the file. */
  private void link(String address, String text) {
    Optional<String> url = Links.clean(address);
    boolean leads = url.isPresent() && out.mayOpen("a");
    String shown = text.isEmpty() && leads ? fileName(url.get()) : text;
    if (leads) out.open("a", AllowedAttributes.ofLink(url.get()));
    out.text(shown);
    if (leads) out.close();
  }

  private static String fileName(String url) {
    int end = url.length();
    for (char stop : new char[] {'?', '#'})
      if (url.indexOf(stop) >= 0) end = Math.min(end, url.indexOf(stop));
    String path = url.substring(0, end);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? url : name;
  }
}
