package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.config.AddressRange;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.signatures.Algorithm;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;

/** Every way out asks the rule that is meant for it, and none asks another's. */
class HostRuleTest {
  private static final Iri ADA = new Iri("https://one.example/ada");
  private static final SigningKey KEY =
      new SigningKey(
          new Iri(ADA + "#main-key"), ADA, Keys.generateEd25519().getPrivate(), Algorithm.ED25519);
  private static final FetchOptions PLAIN = FetchOptions.plain("application/json");
  private static final String REASON = "this server does not deal with that one";
  private static final Fetched.Blocked BLOCKED = new Fetched.Blocked(REASON);
  private static final Delivered.Refused REFUSED = new Delivered.Refused(0, REASON);
  private static final byte[] BODY = {1};

  private final Peer asked = new Peer(exchange -> Peer.reply(exchange, 200, "{}"));
  private final Peer downloaded = new Peer(exchange -> Peer.reply(exchange, 200, "{}"));
  private final Peer pushed = new Peer(exchange -> Peer.reply(exchange, 200, "{}"));
  private final Peer away =
      new Peer(exchange -> Peer.redirect(exchange, exchange.getRequestURI().getQuery()));

  /** Each of the peers may be spoken to in one way only. */
  private final HostRule rule =
      new HostRule() {
        @Override
        public boolean mayAsk(String host) {
          return host.equals(asked.at("/").authority()) || host.equals(away.at("/").authority());
        }

        @Override
        public boolean mayDownload(String host) {
          return host.equals(downloaded.at("/").authority());
        }

        @Override
        public boolean mayPush(String host) {
          return host.equals(pushed.at("/").authority());
        }
      };

  private final HttpFetcher fetcher =
      new HttpFetcher(
          FetchSettings.of(List.of(AddressRange.parse("127.0.0.0/8")), null, "test"),
          new SimpleMeterRegistry(),
          new TestClock(),
          rule);

  @AfterEach
  void close() throws Exception {
    fetcher.close();
    for (Peer peer : List.of(asked, downloaded, pushed, away)) peer.close();
  }

  private void unheard(Peer... peers) {
    for (Peer peer : peers) assertThat(peer.seen()).isEmpty();
  }

  @Test
  void documents() {
    assertThat(fetcher.get(asked.at("/"), PLAIN)).isInstanceOf(Fetched.Document.class);
    for (Peer other : List.of(downloaded, pushed)) {
      assertThat(fetcher.get(other.at("/"), PLAIN)).isEqualTo(BLOCKED);
      assertThat(fetcher.get(away.at("/?" + other.at("/")), PLAIN)).isEqualTo(BLOCKED);
    }
    assertThat(away.seen()).hasSize(2);
    unheard(downloaded, pushed);
  }

  @Test
  void activities() {
    assertThat(fetcher.post(asked.at("/"), BODY, "a/b", KEY, Map.of()))
        .isEqualTo(new Delivered.Ok(200));
    for (Peer other : List.of(downloaded, pushed))
      assertThat(fetcher.post(other.at("/"), BODY, "a/b", KEY, Map.of())).isEqualTo(REFUSED);
    unheard(downloaded, pushed);
  }

  @Test
  void newsOfFeeds() {
    assertThat(fetcher.send(asked.at("/"), BODY, Map.of())).isEqualTo(new Delivered.Ok(200));
    for (Peer other : List.of(downloaded, pushed))
      assertThat(fetcher.send(other.at("/"), BODY, Map.of())).isEqualTo(REFUSED);
    unheard(downloaded, pushed);
  }

  @Test
  void messagesToApps() {
    assertThat(fetcher.push(pushed.at("/"), BODY, Map.of())).isEqualTo(new Delivered.Ok(200));
    for (Peer other : List.of(asked, downloaded))
      assertThat(fetcher.push(other.at("/"), BODY, Map.of())).isEqualTo(REFUSED);
    unheard(asked, downloaded);
  }

  @Test
  void files(@TempDir Path folder) {
    assertThat(fetcher.download(downloaded.at("/"), folder.resolve("a"), 9))
        .isInstanceOf(Downloaded.Saved.class);
    for (Peer other : List.of(asked, pushed))
      assertThat(fetcher.download(other.at("/"), folder.resolve("b"), 9)).isEqualTo(BLOCKED);
    unheard(asked, pushed);
  }
}
