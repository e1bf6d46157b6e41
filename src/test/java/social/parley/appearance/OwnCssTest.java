package social.parley.appearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.core.Refused;
import social.parley.words.Dictionary;

/** Which style sheets a community may have. */
class OwnCssTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".post { border-radius: 0 }",
        "body { background: url(/media/1/abc.png) }",
        "body { background: url( '/media/1/abc.png' ) no-repeat }",
        ".a { background: url(data:image/png;base64,AAAA//BB) }",
        ".a { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\") }",
        ".a::before { content: \"a: b\"; } /* see https://example.org */",
        ".md\\:grid { mask: url(#part); color: #fff }",
        "@media (width < 40rem) { .a { color: red } } @supports (color: red) { a { top: 0 } }",
        "@font-face { font-family: x; src: url(/assets/x.woff2) format('woff2') }",
      })
  void whatStaysHereIsTaken(String css) {
    assertThat(OwnCss.checked(css)).isEqualTo(css);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@import 'more.css';",
        "@IMPORT url(/style/x.css);",
        "@\\69mport '/x.css';",
        "@imp\\00006frt '/x.css';",
        "a { background: url(https://evil.example/x.png) }",
        "a { background: url(//evil.example/x.png) }",
        "a { background: url( 'HTTP://evil.example/x.png' ) }",
        "a { background: u\\72l(https://evil.example/x.png) }",
        "a { background: url(ht\\74ps://evil.example/x.png) }",
        "a { background: url(\\68ttps://evil.example/x.png) }",
        "a { background: url('\\/\\/evil.example') }",
        "a { background: url(\\\\\\\\evil.example/x) }",
        "a { background: url(data:text/css,x) }",
        "a { background: image-set('https://evil.example/x.png' 1x) }",
        "a { background: -webkit-image-set('//evil.example/x.png' 1x) }",
        "a { --x: 'https://evil.example/x'; background: image-set(var(--x) 1x) }",
        "a { background: url('ht\\\ntps://evil.example/x') }",
        "/* */ a { background:/**/url(https://evil.example) }",
        "a { content: \"\\\"\" ; background: url(https://evil.example) }",
        "/* no end",
        "a { content: 'no end",
        "a { content: 'no end\n' }",
      })
  void whatReachesElsewhereIsRefusedInTheLanguageOfTheReader(String css) {
    assertThatThrownBy(() -> OwnCss.checked(css))
        .isInstanceOfSatisfying(
            Refused.Invalid.class,
            refused ->
                assertThat(Dictionary.of("de").refusal(refused.reason()))
                    .isNotEqualTo(refused.reason()));
  }

  @Test
  void thereIsAnEndToIt() {
    assertThat(OwnCss.checked("a".repeat(OwnCss.MOST))).hasSize(OwnCss.MOST);
    assertThatThrownBy(() -> OwnCss.checked("a".repeat(OwnCss.MOST + 1)))
        .hasMessageContaining("64 KB");
    assertThat(OwnCss.checked(" a {}\r\nb {}\r\n")).isEqualTo("a {}\nb {}");
  }
}
