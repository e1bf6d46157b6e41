package social.parley.text;

import java.util.Map;
import java.util.Set;

/** The elements that may stay in foreign HTML, and where each may stand. */
final class Elements {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "pre",
          "blockquote",
          "hr",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "details",
          "summary",
          "figure",
          "figcaption");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark",
          "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
          "u", "var");
  private static final Set<String> SIMPLE =
      Set.of(
          "a", "b", "bdi", "code", "del", "em", "i", "ins", "li", "ol", "p", "rp", "rt", "ruby",
          "s", "span", "strong", "sub", "sup", "u", "ul");
  private static final Set<String> DROPPED =
      Set.of(
          "applet",
          "base",
          "basefont",
          "button",
          "canvas",
          "col",
          "colgroup",
          "datalist",
          "dialog",
          "embed",
          "frame",
          "frameset",
          "head",
          "input",
          "link",
          "map",
          "meta",
          "meter",
          "noembed",
          "noframes",
          "noscript",
          "object",
          "optgroup",
          "option",
          "param",
          "portal",
          "progress",
          "script",
          "select",
          "source",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "track",
          "xmp",
          "plaintext");
  private static final Set<String> SECTIONS =
      Set.of(
          "address",
          "article",
          "aside",
          "center",
          "div",
          "fieldset",
          "footer",
          "form",
          "header",
          "hgroup",
          "main",
          "nav",
          "section");
  private static final Map<String, Set<String>> PARENTS =
      Map.ofEntries(
          Map.entry("li", Set.of("ul", "ol")),
          Map.entry("dt", Set.of("dl")),
          Map.entry("dd", Set.of("dl")),
          Map.entry("rt", Set.of("ruby")),
          Map.entry("rp", Set.of("ruby")),
          Map.entry("summary", Set.of("details")),
          Map.entry("figcaption", Set.of("figure")),
          Map.entry("caption", Set.of("table")),
          Map.entry("thead", Set.of("table")),
          Map.entry("tbody", Set.of("table")),
          Map.entry("tfoot", Set.of("table")),
          Map.entry("tr", Set.of("thead", "tbody", "tfoot")),
          Map.entry("td", Set.of("tr")),
          Map.entry("th", Set.of("tr")));
  private static final Set<String> TABLE_PARTS = Set.of("table", "thead", "tbody", "tfoot", "tr");

  private Elements() {}

  /** Elements of a post's text. */
  static boolean isKept(String tag) {
    return BLOCKS.contains(tag) || INLINE.contains(tag);
  }

  /** Elements of a short text such as a profile. */
  static boolean isSimple(String tag) {
    return SIMPLE.contains(tag);
  }

  /** Elements that go with everything in them. */
  static boolean isDropped(String tag) {
    return DROPPED.contains(tag);
  }

  /** Elements that only group others. */
  static boolean isSection(String tag) {
    return SECTIONS.contains(tag);
  }

  static boolean isHeading(String tag) {
    return HEADINGS.contains(tag);
  }

  static boolean isBlock(String tag) {
    return BLOCKS.contains(tag);
  }

  static boolean isCell(String tag) {
    return tag.equals("td") || tag.equals("th") || tag.equals("caption");
  }

  static boolean isTablePart(String tag) {
    return TABLE_PARTS.contains(tag);
  }

  static boolean mayBeEmpty(String tag) {
    return tag.equals("td") || tag.equals("th");
  }

  /** Some elements need their own kind of parent, and rows and tables take nothing else. */
  static boolean fits(String tag, String parent) {
    Set<String> parents = PARENTS.get(tag);
    if (parents != null) return parents.contains(parent);
    return !TABLE_PARTS.contains(parent);
  }
}
