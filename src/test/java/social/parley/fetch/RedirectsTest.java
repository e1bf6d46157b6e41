package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.RequestSignatures;

/** Where redirects lead, and where they do not. */
class RedirectsTest extends Fetching {
  @Test
  void followsThreeRedirectsAndSignsEachHop() {
    Peer peer =
        peer(exchange -> {
          String path = exchange.getRequestURI().getPath();
          int number = Integer.parseInt(path.substring(1));
          if (number == 0) Peer.reply(exchange, 200, "{}");
          else Peer.redirect(exchange, "/" + (number - 1) + "#part");
        });
    var found = (Fetched.Document) fetcher.get(peer.at("/3"), FetchOptions.activity(KEY));
    assertThat(found.finalUrl()).isEqualTo(peer.at("/0"));
    assertThat(peer.seen()).hasSize(4);
    for (HttpRequestParts request : peer.seen())
      assertThat(
              RequestSignatures.parse(request)
                  .orElseThrow()
                  .verify(OPEN, clock.instant())
                  .isValid())
          .isTrue();
    assertThat(fetcher.get(peer.at("/4"), PLAIN))
        .isEqualTo(new Fetched.Blocked("too many redirects"));
  }

  @ParameterizedTest
  @CsvSource({
    "/b?c=[1]&d=%20#e, /b?c=[1]&d=%20",
    "b, /a/b",
    "../b, /b",
    "?x, /a/?x",
    "/ü|, /%C3%BC%7C"
  })
  void resolvesWhereARedirectPoints(String to, String path) {
    Peer peer =
        peer(exchange -> {
          if (exchange.getRequestURI().getPath().equals("/a/1")) Peer.redirect(exchange, to);
          else Peer.reply(exchange, 200, "{}");
        });
    var found = (Fetched.Document) fetcher.get(peer.at("/a/1"), PLAIN);
    assertThat(found.finalUrl()).isEqualTo(peer.at(path));
  }

  @Test
  void aRedirectInACircleEnds() {
    Peer peer = peer(exchange -> Peer.redirect(exchange, "/"));
    assertThat(fetcher.get(peer.at("/"), PLAIN))
        .isEqualTo(new Fetched.Blocked("too many redirects"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "file:///etc/passwd",
        "http://0x7f.1/", "//10.0.0.1/", "http://user@two.example/", "http://two.example:25/",
        "mailto:a@b.example", "http://[/", "%zz://"
      })
  void aRedirectIsCheckedLikeAFirstAddress(String to) {
    Peer peer = peer(exchange -> Peer.redirect(exchange, to));
    assertThat(fetcher.get(peer.at("/"), PLAIN)).isInstanceOf(Fetched.Blocked.class);
  }
}
