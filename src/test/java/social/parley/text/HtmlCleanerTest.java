package social.parley.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.trials.Chance;
import social.parley.trials.Trials;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlCleanerTest {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href",
          "class",
          "rel",
          "target",
          "lang",
          "dir",
          "translate",
          "title",
          "start",
          "reversed",
          "type",
          "value",
          "colspan",
          "rowspan",
          "scope",
          "cite",
          "datetime",
          "src",
          "alt",
          "width",
          "height",
          "loading");

  private static final List<String> TAGS =
      List.of(
          """
          p div span a b em br hr ul ol li dl dt dd pre code blockquote h1 h2 h6 table
          thead tbody tr td th caption ruby rt rp details summary figure figcaption img
          section form button object marquee font center nobr strike svg math mi
          annotation template select option video iframe body html applet article label
          sub q time del
          """
              .split("\\s+"));

  private static final List<String> ATTRIBUTED =
      List.of(
          "",
          "",
          "",
          " href=https://a.test/?a=1&b=2",
          " class='mention u-url evil'",
          " dir=rtl",
          " src='https://a.test/p.png' alt='a \"picture\"'",
          " src=https://a.test/x alt=:cat:",
          " rel='me tag' target=_blank",
          " colspan=2",
          " start=3 reversed",
          " lang=de-CH");

  private static final List<String> LETTERS =
      List.of(
          "a",
          " ",
          "\n",
          "\r\n",
          "  b ",
          "&nbsp;",
          "&lt;b&gt;",
          "&amp;amp;",
          "<",
          "&",
          "\t",
          "ü😀",
          "&#13;",
          "<!-- c -->",
          "]]>",
          "x\n\ny",
          "&#0;",
          "\u202e",
          "\"'");

  static Stream<String> hostile() {
    return HostileHtml.SNIPPETS.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingHostileSurvives(String html) {
    for (String around : List.of("%s", "<p>%s</p>", "<a href='https://a.test'>%s", "<table>%s"))
      harmless(around.formatted(html));
  }

  private static void harmless(String html) {
    for (String clean :
        List.of(
            HtmlCleaner.clean(html),
            HtmlCleaner.cleanArticle(html),
            HtmlCleaner.cleanBio(html),
            HtmlCleaner.cleanOwn(html))) {
      for (Element element : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
        if (element.normalName().equals("body")) continue;
        assertThat(Elements.isKept(element.normalName()) || isSingle(element)).as(clean).isTrue();
        for (Attribute attribute : element.attributes()) check(attribute, clean);
      }
      assertThat(clean.chars()).noneMatch(c -> c < ' ' && c != '\n' && c != '\t');
    }
  }

  private static boolean isSingle(Element element) {
    return Set.of("br", "hr", "img").contains(element.normalName());
  }

  private static void check(Attribute attribute, String clean) {
    assertThat(ATTRIBUTES).as(clean).contains(attribute.getKey());
    String value = attribute.getValue().toLowerCase(Locale.ROOT);
    switch (attribute.getKey()) {
      case "href", "src", "cite" -> assertThat(value).as(clean).startsWith("https://");
      case "target" -> assertThat(value).isEqualTo("_blank");
      case "rel" -> assertThat(value).doesNotContain("opener ").contains("noopener");
      case "class" -> assertThat(value).doesNotContain("modal");
      default -> assertThat(value).doesNotContain("javascript:");
    }
  }

  private static String soup(Chance chance) {
    // Few different elements in one soup, so that they meet in all ways.
    List<String> tags = chance.list(2, 5, () -> chance.of(TAGS));
    return String.join("", chance.list(0, 40, () -> ingredient(chance, tags)));
  }

  private static String ingredient(Chance chance, List<String> tags) {
    int kind = chance.number(1, 16);
    if (kind <= 6) return "<%s%s>".formatted(chance.of(tags), chance.of(ATTRIBUTED));
    if (kind <= 10) return "</%s>".formatted(chance.of(tags));
    return chance.of(kind <= 15 ? LETTERS : HostileHtml.SNIPPETS);
  }

  @Test
  void cleaningIsIdempotentAndHarmless() {
    Trials.run(
        1000,
        chance -> {
          String html = soup(chance);
          idempotent(html);
          harmless(html);
        });
  }

  private static void idempotent(String html) {
    List<UnaryOperator<String>> kinds =
        List.of(
            HtmlCleaner::clean,
            HtmlCleaner::cleanArticle,
            HtmlCleaner::cleanBio,
            HtmlCleaner::cleanOwn);
    for (UnaryOperator<String> kind : kinds) {
      String once = kind.apply(html);
      assertThat(kind.apply(once)).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain text                              | plain text
          a < b & c                               | a &lt; b &amp; c
          <p>one<br>↵two</p>↵<p>three</p>         | <p>one<br />two</p><p>three</p>
          <div>one</div><div>two</div>            | <p>one</p><p>two</p>
          text<div>in</div>out                    | text<p>in</p>out
          <div><p>a</p>b</div>c                   | <p>a</p>b<br />c
          <section><h2>T</h2><p>x</p></section>   | <h2>T</h2><p>x</p>
          <b>a <i>b</b> c</i>                     | <b>a <i>b</i></b><i> c</i>
          <p></p><p> <span></span></p><p>x</p>    | <p>x</p>
          <strike>x</strike> <tt>y</tt>           | <s>x</s> <code>y</code>
          <pre>↵↵ a↵  b</pre>                     | <pre> a↵  b</pre>
          <ul><li>a<li>b</ul>                     | <ul><li>a</li><li>b</li></ul>
          <li>alone</li>                          | alone
          <table><tr><td>a<td></table>            | <table><tbody><tr><td>a</td><td></td></tr></tbody></table>
          <ol start=3 reversed><li value=9>x</ol> | <ol start="3" reversed=""><li value="9">x</li></ol>
          <p dir=RTL lang=fa>سلام</p>             | <p lang="fa" dir="rtl">سلام</p>
          <bdi>x</bdi><bdo dir=rtl>y</bdo>        | <bdi>x</bdi><bdo dir="rtl">y</bdo>
          <ruby>漢<rp>(</rp><rt>kan</rt></ruby>   | <ruby>漢<rp>(</rp><rt>kan</rt></ruby>
          <a href=/relative>x</a>                 | x
          <a href="mailto:a@b.test">x</a>         | <a href="mailto:a@b.test" rel="nofollow noopener">x</a>
          <a href=gemini://a.test/>x</a>          | <a href="gemini://a.test/" rel="nofollow noopener">x</a>
          <span class="mention evil h-card">x     | <span class="mention h-card">x</span>
          <code class="language-java hljs">x      | <code class="language-java">x</code>
          <abbr title="&quot;">x</abbr>           | <abbr title="&quot;">x</abbr>
          <iframe src=https://a.test/v title=V>   | <a href="https://a.test/v" rel="nofollow noopener">V</a>
          <video><source src=https://a.test/v.mp4> | <a href="https://a.test/v.mp4" rel="nofollow noopener">v.mp4</a>
          <img src=http://a.test/x.png>           | <a href="http://a.test/x.png" rel="nofollow noopener">x.png</a>
          <img class=emoji alt=:cat: src=x>       | :cat:
          """)
  void whatIsMeantStays(String html, String clean) {
    assertThat(HtmlCleaner.clean(html.replace('↵', '\n'))).isEqualTo(clean.replace('↵', '\n'));
  }

  @Test
  void mentionsAndHashtagsOfAllPlatformsStay() {
    String mastodon =
        "<p><span class=\"h-card\" translate=\"no\"><a href=\"https://a.test/@b\" class=\"u-url"
            + " mention\">@<span>b</span></a></span></p>";
    assertThat(HtmlCleaner.clean(mastodon))
        .isEqualTo(mastodon.replace("mention\">", "mention\" rel=\"nofollow noopener\">"));
    assertThat(
            HtmlCleaner.clean(
                "<a class=\"hashtag\" data-tag=\"x\" href=\"https://a.test/tag/x\" rel=\"tag"
                    + " ugc\">#x</a>"))
        .isEqualTo(
            "<a href=\"https://a.test/tag/x\" class=\"hashtag\" rel=\"tag nofollow"
                + " noopener\">#x</a>");
  }

  @Test
  void picturesStayInArticlesOverHttps() {
    String figure = "<figure><img src=https://a.test/x.jpg alt=A onerror=x><figcaption>B</figure>";
    assertThat(HtmlCleaner.cleanArticle(figure))
        .isEqualTo(
            "<figure><img src=\"https://a.test/x.jpg\" alt=\"A\" loading=\"lazy\""
                + " /><figcaption>B</figcaption></figure>");
    assertThat(HtmlCleaner.clean(figure))
        .isEqualTo(
            "<figure><a href=\"https://a.test/x.jpg\" rel=\"nofollow"
                + " noopener\">A</a><figcaption>B</figcaption></figure>");
    assertThat(HtmlCleaner.cleanArticle("<img src=http://a.test/x.jpg alt=A>"))
        .isEqualTo("<a href=\"http://a.test/x.jpg\" rel=\"nofollow noopener\">A</a>");
  }

  @Test
  void profilesAreSimple() {
    assertThat(HtmlCleaner.cleanBio("<h1>I</h1><table><tr><td>am</td></tr></table><p>me</p>"))
        .isEqualTo("<p>I</p><p>am</p><p>me</p>");
    assertThat(HtmlCleaner.cleanBio("<a href=https://a.test rel='me ugc'>a</a>"))
        .isEqualTo("<a href=\"https://a.test\" rel=\"me nofollow noopener\">a</a>");
  }

  @Test
  void formulasBecomeTheirSource() {
    String math =
        "<math%s><semantics><mi>x</mi><annotation"
            + " encoding='application/x-tex'>x<2</annotation></semantics></math>";
    assertThat(HtmlCleaner.clean(math.formatted(""))).isEqualTo("\\(x&lt;2\\)");
    assertThat(HtmlCleaner.clean(math.formatted(" display=block"))).isEqualTo("$$x&lt;2$$");
    assertThat(HtmlCleaner.clean("<math><mi>y</mi></math>")).isEqualTo("y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<",
        "&",
        "<table>",
        "<b><p>",
        "<ul><li>",
        "<b><i></b></i>",
        "<p x=1 "
      })
  void muchOfTheSameIsBounded(String piece) {
    String clean = HtmlCleaner.clean(piece.repeat(500_000 / piece.length()));
    assertThat(clean.length()).isLessThan(CleanHtml.MAX_LENGTH + 1000);
    assertThat(HtmlCleaner.clean(clean)).isEqualTo(clean);
  }

  private static List<Path> fixtures() throws IOException {
    String named = System.getenv("PARLEY_FIXTURES");
    Path folder = Path.of(named == null ? "../shared/fixtures" : named);
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @Test
  void whatOtherServersSendIsCleanedOnce() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : fixtures()) {
      try {
        for (String name : List.of("content", "summary", "name"))
          for (JsonNode text : JsonMapper.shared().readTree(file).findValues(name))
            if (text.isString()) texts.add(text.asString());
      } catch (JacksonException broken) {
        continue;
      }
    }
    assumeThat(texts).isNotEmpty();
    for (String text : texts) {
      idempotent(text);
      // Text is lost only with what must go.
      if (!text.contains("<script") && !text.contains("<svg"))
        assertThat(letters(HtmlCleaner.clean(text))).isEqualTo(letters(text));
    }
  }

  private static String letters(String html) {
    return PlainText.of(html).replaceAll("[\\s\\p{Cc}]+", "");
  }
}
