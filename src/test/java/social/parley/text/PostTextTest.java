package social.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.core.Handle;
import social.parley.core.Iri;

class PostTextTest {
  private static final MentionResolver EVERYBODY =
      handle ->
          Optional.of(
              new Mention(
                  handle,
                  new Iri("https://" + handle.domain() + "/users/" + handle.user()),
                  new Iri("https://" + handle.domain() + "/@" + handle.user())));

  private final PostText text =
      new PostText("oak.test", tag -> new Iri("https://oak.test/tags/" + tag));

  private String plain(String source) {
    return text.render(source, TextFormat.PLAIN, EVERYBODY).html();
  }

  private String markdown(String source) {
    return text.render(source, TextFormat.MARKDOWN, EVERYBODY).html();
  }

  private static String mention(String page, String shown) {
    return ("<span class=\"h-card\" translate=\"no\"><a href=\"%s\" class=\"u-url mention\">"
            + "@<span>%s</span></a></span>")
        .formatted(page, shown);
  }

  private static String tag(String name, String shown) {
    return ("<a href=\"https://oak.test/tags/%s\" class=\"mention hashtag\" rel=\"tag\">"
            + "#<span>%s</span></a>")
        .formatted(name, shown);
  }

  private static String link(String url, String shown) {
    return ("<a href=\"%s\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\">%s</a>")
        .formatted(url, shown);
  }

  private static String bare(String host) {
    return link(
        "https://" + host, "<span class=\"invisible\">https://</span><span>" + host + "</span>");
  }

  @Test
  void paragraphsAndLineBreaks() {
    assertThat(plain("one\ntwo\n\n\nthree <b>&\r\nfour\n \n\tfive"))
        .isEqualTo("<p>one<br />two</p><p>three &lt;b&gt;&amp;<br />four</p><p>five</p>");
    assertThat(plain("  \n ")).isEmpty();
    assertThat(plain("@ada\n\n#x")).startsWith("<p><span").contains("</p><p><a");
    assertThat(plain(":blob_cat: 😀")).isEqualTo("<p>:blob_cat: 😀</p>");
  }

  @Test
  void linksAreShortenedForTheEye() {
    String url = "https://www.example.com/a/long/path/that/goes/on?and=on&on";
    assertThat(plain("see " + url + ", ok"))
        .isEqualTo(
            "<p>see "
                + link(
                    url.replace("&", "&amp;"),
                    "<span class=\"invisible\">https://www.</span>"
                        + "<span class=\"ellipsis\">example.com/a/long/path/that/g</span>"
                        + "<span class=\"invisible\">oes/on?and=on&amp;on</span>")
                + ", ok</p>");
    assertThat(plain("https://a.test")).isEqualTo("<p>" + bare("a.test") + "</p>");
  }

  @Test
  void theHiddenPartOfALinkIsCutBetweenCharacters() {
    String html = plain("https://a.test/" + "😀".repeat(40));
    assertThat(html).contains("ellipsis\">a.test/" + "😀".repeat(23) + "</span>");
  }

  @Test
  void mentions() {
    assertThat(plain("@ada, @bob@elm.localhost:8082."))
        .isEqualTo(
            "<p>"
                + mention("https://oak.test/@ada", "ada")
                + ", "
                + mention("https://elm.localhost:8082/@bob", "bob")
                + ".</p>");
  }

  @Test
  void twoPeopleOfOneNameAreToldApart() {
    assertThat(plain("@ada @ada@elm.test @ada@oak.test"))
        .isEqualTo(
            "<p>"
                + mention("https://oak.test/@ada", "ada")
                + " "
                + mention("https://elm.test/@ada", "ada@elm.test")
                + " "
                + mention("https://oak.test/@ada", "ada")
                + "</p>");
  }

  @Test
  void nobodyStaysText() {
    Rendered rendered =
        text.render("@nobody@elm.test <hi>", TextFormat.PLAIN, MentionResolver.NOBODY);
    assertThat(rendered.html()).isEqualTo("<p>@nobody@elm.test &lt;hi&gt;</p>");
    assertThat(rendered.mentions()).isEmpty();
  }

  @Test
  void everythingNamedIsListedOnce() {
    Rendered rendered =
        text.render(
            "@ada @ada@oak.test #Été #ete https://a.test https://a.test #two",
            TextFormat.PLAIN,
            EVERYBODY);
    assertThat(rendered.mentions())
        .extracting(Mention::handle)
        .containsExactly(new Handle("ada", "oak.test"));
    assertThat(rendered.hashtags()).containsExactly("Été", "two");
    assertThat(rendered.links()).containsExactly("https://a.test");
    assertThat(rendered.html()).contains(tag("ete", "Été"), tag("ete", "ete"));
  }

  @Test
  void handlesAreFoundBeforeRendering() {
    assertThat(text.handles("@ada @bob@elm.test @ada `@code`", TextFormat.MARKDOWN))
        .containsExactly(new Handle("ada", "oak.test"), new Handle("bob", "elm.test"));
    assertThat(text.handles("`@code`", TextFormat.PLAIN))
        .containsExactly(new Handle("code", "oak.test"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          **a** _b_ ~~c~~ `d`        | <p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>
          one↵two                      | <p>one<br />two</p>
          # Title                      | <h1>Title</h1>
          - a↵- b                      | <ul><li>a</li><li>b</li></ul>
          3. a↵4. b                    | <ol start="3"><li>a</li><li>b</li></ol>
          > quoted                     | <blockquote><p>quoted</p></blockquote>
          ---                          | <hr />
          <b>raw</b>                   | <p>&lt;b&gt;raw&lt;/b&gt;</p>
          <script>alert(1)</script>    | <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>
          <div>↵*a*↵</div>             | <p>&lt;div&gt;<br /><em>a</em><br />&lt;/div&gt;</p>
          [x](javascript:alert(1))     | <p>x</p>
          [x](data:text/html,y)        | <p>x</p>
          [x](/local)                  | <p>x</p>
          :blob_cat: _:a_b:_           | <p>:blob_cat: <em>:a_b:</em></p>
          `@ada #x https://a.test`   | <p><code>@ada #x https://a.test</code></p>
          """)
  void markdown(String source, String html) {
    assertThat(markdown(source.replace('↵', '\n'))).isEqualTo(html);
  }

  @Test
  void fencedCodeIsLeftAlone() {
    assertThat(markdown("```java\n@Test #x\n  https://a.test\n```"))
        .isEqualTo("<pre><code class=\"language-java\">@Test #x\n  https://a.test\n</code></pre>");
  }

  @Test
  void markdownKnowsMentionsHashtagsAndAddresses() {
    assertThat(markdown("**@_ada_** #snake_case_ _x_ <https://b.test>"))
        .isEqualTo(
            "<p><strong>"
                + mention("https://oak.test/@_ada_", "_ada_")
                + "</strong> "
                + tag("snake_case_", "snake_case_")
                + " <em>x</em> "
                + bare("b.test")
                + "</p>");
    assertThat(markdown("**https://a.test/_x_**"))
        .isEqualTo("<p><strong>" + bare("a.test/_x_") + "</strong></p>");
    assertThat(markdown("[hello @ada #x](https://a.test)"))
        .isEqualTo("<p>" + link("https://a.test", "hello @ada #x") + "</p>");
    assertThat(markdown("![a @cat](https://a.test/c.png)"))
        .isEqualTo("<p><a href=\"https://a.test/c.png\" rel=\"nofollow noopener\">a @cat</a></p>");
    assertThat(text.render("[x](https://a.test)", TextFormat.MARKDOWN, EVERYBODY).links())
        .containsExactly("https://a.test");
  }

  @Test
  void profileFieldsSayWhoseTheLinkIs() {
    assertThat(text.profileField(" https://a.test "))
        .isEqualTo(
            "<a href=\"https://a.test\" target=\"_blank\" rel=\"me nofollow noopener\""
                + " translate=\"no\"><span"
                + " class=\"invisible\">https://</span><span>a.test</span></a>");
    assertThat(text.profileField("she/her <3")).isEqualTo("she/her &lt;3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "@a",
        "@a@a",
        "#",
        "#a",
        "http://",
        "http",
        "http://a.b/(",
        "*",
        "*a **a ",
        "[",
        "[a](",
        "![",
        ">",
        "- ",
        "`a``b",
        "<",
        "a~b",
        "a\n \n",
        ":a",
        "\\",
        "_a ",
        "&",
        "\u0301",
        "[a]: b\n"
      })
  void muchOfTheSameIsNoTrouble(String piece) {
    String source = piece.repeat(60_000 / piece.length());
    for (TextFormat format : TextFormat.values())
      assertThat(text.render(source, format, EVERYBODY).html()).isNotNull();
    assertThat(CharacterCount.of(source)).isPositive();
    assertThat(Emoji.shortcodes(source)).isEmpty();
  }
}
