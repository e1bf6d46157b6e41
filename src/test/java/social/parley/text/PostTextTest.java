package social.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
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

  @Test
  void paragraphsAndLineBreaks() {
    assertThat(plain("one\ntwo\n\n\nthree <b>&\r\nfour"))
        .isEqualTo("<p>one<br />two</p><p>three &lt;b&gt;&amp;<br />four</p>");
    assertThat(plain("  \n ")).isEmpty();
  }

  @Test
  void linksAreShortenedForTheEye() {
    assertThat(plain("see https://www.example.com/a/long/path/that/goes/on?and=on, ok"))
        .isEqualTo(
            "<p>see <a href=\"https://www.example.com/a/long/path/that/goes/on?and=on\""
                + " target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\"><span"
                + " class=\"invisible\">https://www.</span><span"
                + " class=\"ellipsis\">example.com/a/long/path/that/g</span><span"
                + " class=\"invisible\">oes/on?and=on</span></a>, ok</p>");
  }

  @Test
  void mentions() {
    assertThat(plain("@ada and @ada@elm.localhost:8082."))
        .isEqualTo(
            "<p><span class=\"h-card\" translate=\"no\"><a href=\"https://oak.test/@ada\""
                + " class=\"u-url mention\">@<span>ada</span></a></span> and <span class=\"h-card\""
                + " translate=\"no\"><a href=\"https://elm.localhost:8082/@ada\" class=\"u-url"
                + " mention\">@<span>ada@elm.localhost:8082</span></a></span>.</p>");
    assertThat(text.handles("@ada @bob@elm.test", TextFormat.PLAIN))
        .containsExactly(new Handle("ada", "oak.test"), new Handle("bob", "elm.test"));
  }

  @Test
  void hashtags() {
    assertThat(plain("#Été #123 #日本語"))
        .isEqualTo(
            "<p><a href=\"https://oak.test/tags/ete\" class=\"mention hashtag\""
                + " rel=\"tag\">#<span>Été</span></a> #123 <a href=\"https://oak.test/tags/日本語\""
                + " class=\"mention hashtag\" rel=\"tag\">#<span>日本語</span></a></p>");
  }

  @Test
  void markdownLeavesCodeAlone() {
    assertThat(
            markdown(
                "**Hi** @ada `@ada #x` ~~no~~\n\n- https://a.example/_x_\n- <https://b.example>"))
        .isEqualTo(
            "<p><strong>Hi</strong> <span class=\"h-card\" translate=\"no\"><a"
                + " href=\"https://oak.test/@ada\" class=\"u-url"
                + " mention\">@<span>ada</span></a></span> <code>@ada #x</code>"
                + " <del>no</del></p><ul><li><a href=\"https://a.example/_x_\" target=\"_blank\""
                + " rel=\"nofollow noopener\" translate=\"no\"><span"
                + " class=\"invisible\">https://</span><span>a.example/_x_</span></a></li><li><a"
                + " href=\"https://b.example\" target=\"_blank\" rel=\"nofollow noopener\""
                + " translate=\"no\"><span"
                + " class=\"invisible\">https://</span><span>b.example</span></a></li></ul>");
  }
}
