package social.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The attributes that may stay on the elements of foreign HTML. */
final class AllowedAttributes {
  private static final Set<String> CLASSES =
      Set.of("mention", "hashtag", "ellipsis", "invisible", "quote-inline");
  private static final Pattern MICROFORMAT = Pattern.compile("(h|p|u|dt|e)-[a-z0-9-]{1,40}");
  private static final Pattern CODE_LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#.-]{1,30}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");
  private static final Pattern TIME = Pattern.compile("[0-9TtZz:.+ -]{1,40}");
  private static final Set<String> RELATIONS = Set.of("tag", "me");

  private AllowedAttributes() {}

  /** The attributes of an element, each with a blank before it, ready to be written. */
  static String of(String tag, Element element, boolean own) {
    StringBuilder out = new StringBuilder();
    if (tag.equals("a")) Links.clean(element.attr("href")).ifPresent(url -> put("href", url, out));
    classes(tag, element, out);
    if (!out.isEmpty() && tag.equals("a")) link(element, own, out);
    keep("lang", element, LANGUAGE, out);
    String dir = element.attr("dir").toLowerCase(Locale.ROOT);
    if (Set.of("ltr", "rtl", "auto").contains(dir)) put("dir", dir, out);
    if (element.attr("translate").equalsIgnoreCase("no")) put("translate", "no", out);
    switch (tag) {
      case "abbr" -> title(element, out);
      case "ol" -> list(element, out);
      case "li" -> keep("value", element, NUMBER, out);
      case "td", "th" -> cell(element, out);
      case "blockquote", "q" -> cite(element, out);
      case "time", "del", "ins" -> keep("datetime", element, TIME, out);
      default -> {}
    }
    return out.toString();
  }

  /** The attributes of a picture that may be shown. */
  static String ofPicture(Element image) {
    StringBuilder out = new StringBuilder();
    put("src", Links.clean(image.attr("src")).orElseThrow(), out);
    put("alt", image.attr("alt").strip(), out);
    keep("width", image, NUMBER, out);
    keep("height", image, NUMBER, out);
    put("loading", "lazy", out);
    return out.toString();
  }

  /** A link made here in place of something that cannot be shown. */
  static String ofLink(String url) {
    StringBuilder out = new StringBuilder();
    put("href", url, out);
    put("rel", "nofollow noopener", out);
    return out.toString();
  }

  private static void classes(String tag, Element element, StringBuilder out) {
    if (!element.hasAttr("class")) return;
    List<String> kept = new ArrayList<>();
    for (String one : element.attr("class").split("\\s+", 50))
      if (!kept.contains(one)
          && (CLASSES.contains(one)
              || MICROFORMAT.matcher(one).matches()
              || tag.equals("code") && CODE_LANGUAGE.matcher(one).matches())) kept.add(one);
    if (!kept.isEmpty()) put("class", String.join(" ", kept), out);
  }

  private static void link(Element element, boolean own, StringBuilder out) {
    if (element.attr("target").equalsIgnoreCase("_blank")) put("target", "_blank", out);
    List<String> relations = new ArrayList<>();
    for (String one : element.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", 20))
      if (RELATIONS.contains(one) && !relations.contains(one)) relations.add(one);
    // Our own mentions and hashtags lead to pages of known people and of this server.
    if (!own || !element.hasClass("mention")) {
      relations.add("nofollow");
      relations.add("noopener");
    }
    if (!relations.isEmpty()) put("rel", String.join(" ", relations), out);
  }

  private static void title(Element element, StringBuilder out) {
    if (!element.attr("title").isBlank()) put("title", element.attr("title").strip(), out);
  }

  private static void list(Element element, StringBuilder out) {
    keep("start", element, NUMBER, out);
    if (element.hasAttr("reversed")) put("reversed", "", out);
    if (Set.of("1", "a", "A", "i", "I").contains(element.attr("type")))
      put("type", element.attr("type"), out);
  }

  private static void cell(Element element, StringBuilder out) {
    keep("colspan", element, SPAN, out);
    keep("rowspan", element, SPAN, out);
    if (Set.of("row", "col").contains(element.attr("scope")))
      put("scope", element.attr("scope"), out);
  }

  private static void cite(Element element, StringBuilder out) {
    Links.clean(element.attr("cite")).ifPresent(url -> put("cite", url, out));
  }

  private static void keep(String name, Element element, Pattern shape, StringBuilder out) {
    String value = element.attr(name);
    if (shape.matcher(value).matches()) put(name, value, out);
  }

  private static void put(String name, String value, StringBuilder out) {
    out.append(' ').append(name).append("=\"").append(Markup.escape(value)).append('"');
  }
}
