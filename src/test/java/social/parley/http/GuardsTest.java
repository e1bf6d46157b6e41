package social.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.config.AddressRange;
import social.parley.config.Settings;
import social.parley.core.AccountId;
import social.parley.core.Iri;

/** Rate limits, form tokens, cookies, client addresses and what consent pages need. */
class GuardsTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 198.51.100.1 | 203.0.113.9", // an untrusted peer may say what it likes
        "127.0.0.1 | 198.51.100.1 | 198.51.100.1",
        "127.0.0.1 | 6.6.6.6, 198.51.100.1 | 198.51.100.1", // only the last hop was added by ours
        "127.0.0.1 | 198.51.100.1, 10.1.1.1 | 198.51.100.1",
        "127.0.0.1 | 10.1.1.2, 10.1.1.1 | 10.1.1.2",
        "127.0.0.1 | nonsense | 127.0.0.1",
        "127.0.0.1 | 2001:db8::7 | 2001:db8::7",
      })
  void forwardingHeadersCountAsFarAsTrustReaches(String peer, String header, String client) {
    List<AddressRange> trusted =
        List.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("10.0.0.0/8"));
    ClientAddress resolved =
        ClientAddress.resolve(
            InetAddress.ofLiteral(peer), false, List.of(header), "https", trusted);
    assertThat(resolved.address()).isEqualTo(InetAddress.ofLiteral(client));
    assertThat(resolved.https()).isEqualTo(!peer.startsWith("203"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/activity+json | true",
        "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\" | true",
        "application/activity+json, application/ld+json, text/html;q=0.1 | true",
        "application/json | true",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | false",
        "text/html, application/activity+json | false",
        "application/activity+json, text/html | true",
        "application/activity+json;q=0.5, text/html | false",
        "application/activity+json;q=0 | false",
        "*/* | false",
        "image/png | false",
      })
  void documentsGoToThoseWhoPreferThem(String accept, boolean activity) {
    assertThat(Negotiation.prefersActivity(accept)).isEqualTo(activity);
    assertThat(Negotiation.prefersActivity(null)).isFalse();
  }

  @Test
  void bucketsEmptyAndRefill() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    InstantSource clock = now::get;
    Limit limit = new Limit("two", 2, Duration.ofMinutes(2));
    RateLimits limits = new RateLimits(Servers.settings(), clock);
    HttpServer server =
        Servers.start(
            Servers.settings(), routes -> routes.get("/", ctx -> limits.address(ctx, limit)));
    try (server) {
      Wire wire = new Wire(server);
      Wire.Answer first = wire.get("/", "X-Forwarded-For: 2001:db8::1");
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.header("X-RateLimit-Limit")).isEqualTo("2");
      assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
      assertThat(first.header("X-RateLimit-Reset")).isEqualTo("2026-11-23T10:01:00.000000Z");
      assertThat(wire.get("/", "X-Forwarded-For: 2001:db8::ffff").status()).isEqualTo(200);
      Wire.Answer third = wire.get("/", "X-Forwarded-For: 2001:db8::1");
      assertThat(third.status()).isEqualTo(429);
      assertThat(third.header("X-RateLimit-Remaining")).isEqualTo("0");
      assertThat(wire.get("/", "X-Forwarded-For: 2001:db8:1::1").status()).isEqualTo(200);
      now.set(now.get().plusSeconds(60));
      assertThat(wire.get("/", "X-Forwarded-For: 2001:db8::1").status()).isEqualTo(200);
    }
  }

  @Test
  void theTightestLimitIsShownAndNoneWhenSwitchedOff() throws Exception {
    Limit wide = new Limit("wide", 100, Duration.ofMinutes(1));
    Limit tight = new Limit("tight", 10, Duration.ofMinutes(1));
    RateLimits on = new RateLimits(Servers.settings(), Clock.systemUTC());
    RateLimits off =
        new RateLimits(Servers.settings("PARLEY_RATE_LIMITS", "off"), Clock.systemUTC());
    HttpServer server =
        Servers.start(
            Servers.settings(),
            routes -> {
              routes.get("/on", ctx -> both(on, ctx, tight, wide));
              routes.get("/off", ctx -> both(off, ctx, tight, wide));
            });
    try (server) {
      Wire wire = new Wire(server);
      assertThat(wire.get("/on").header("X-RateLimit-Limit")).isEqualTo("10");
      for (int i = 0; i < 20; i++) assertThat(wire.get("/off").status()).isEqualTo(200);
      assertThat(wire.get("/off").header("X-RateLimit-Limit")).isEmpty();
    }
  }

  private static void both(RateLimits limits, Context ctx, Limit tight, Limit wide) {
    limits.address(ctx, wide);
    limits.account(ctx, tight, new AccountId(7));
    limits.host(ctx, wide, "peer.example");
  }

  private static HttpServer forms(Settings settings) {
    Csrf csrf = new Csrf(settings, new Random(7));
    Cookies cookies = new Cookies(settings);
    return Servers.start(
        settings,
        (RoutesConfig routes) -> {
          routes.get("/form", ctx -> ctx.result(csrf.token(ctx) + " " + csrf.token(ctx)));
          routes.post("/form", csrf::check);
          routes.post(
              "/login", ctx -> cookies.set(ctx, Cookies.SESSION, "secret", Duration.ofDays(30)));
          routes.post("/logout", ctx -> cookies.clear(ctx, Cookies.SESSION));
        });
  }

  private static int post(Wire wire, String token, String... headers) throws Exception {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = FORM;
    byte[] body = ("csrf=" + token).getBytes(StandardCharsets.US_ASCII);
    return wire.send("POST", "/form", body, all).status();
  }

  @Test
  void onlyOurOwnFormsAreTaken() throws Exception {
    try (HttpServer server = forms(Servers.settings())) {
      Wire wire = new Wire(server);
      Wire.Answer form = wire.get("/form");
      String[] tokens = form.text().split(" ");
      String cookie = "Cookie: " + form.header("Set-Cookie").split(";")[0];
      assertThat(tokens[0]).isNotEqualTo(tokens[1]);
      assertThat(post(wire, tokens[0], cookie)).isEqualTo(200);
      assertThat(post(wire, tokens[1], cookie, "Origin: http://localhost:8080")).isEqualTo(200);
      assertThat(post(wire, tokens[0])).isEqualTo(403);
      assertThat(post(wire, "", cookie)).isEqualTo(403);
      assertThat(post(wire, "AAAA.AAAA", cookie)).isEqualTo(403);
      assertThat(post(wire, tokens[0], "Cookie: parley_visitor=other")).isEqualTo(403);
      assertThat(post(wire, tokens[0], cookie, "Origin: https://evil.example")).isEqualTo(403);
      assertThat(post(wire, tokens[0], cookie, "Sec-Fetch-Site: cross-site")).isEqualTo(403);
      String session = "Cookie: parley_session=abc";
      String signedIn = wire.get("/form", session).text().split(" ")[0];
      assertThat(post(wire, signedIn, session)).isEqualTo(200);
      assertThat(post(wire, signedIn, "Cookie: parley_session=abd")).isEqualTo(403);
      byte[] none = new byte[0];
      assertThat(wire.send("POST", "/form", none, session, "X-CSRF-Token: " + signedIn).status())
          .isEqualTo(200);
    }
  }

  @Test
  void cookiesAreKeptFromScriptsAndOtherSites() throws Exception {
    try (HttpServer server = forms(Servers.settings("PARLEY_URL", "https://a.example"))) {
      Wire wire = new Wire(server);
      assertThat(wire.send("POST", "/login", new byte[0]).header("Set-Cookie"))
          .isEqualTo(
              "__Host-parley_session=secret; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000;"
                  + " Secure");
      assertThat(wire.send("POST", "/logout", new byte[0]).header("Set-Cookie"))
          .contains("__Host-parley_session=;", "Max-Age=0");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.tapbots.Ivory.22:/request_token | form-action 'self' com.tapbots.ivory.22:;",
        "tusky:// | form-action 'self' tusky:;",
        "icecubesapp://callback | form-action 'self' icecubesapp:;",
        "https://elk.example:8443/back?x=1 | form-action 'self' https://elk.example:8443;",
        "urn:ietf:wg:oauth:2.0:oob | form-action 'self' urn:;",
      })
  void aConsentFormMayLeadOnToItsApp(String target, String policy) throws Exception {
    HttpServer server =
        Servers.start(
            Servers.settings(),
            routes -> routes.get("/", ctx -> SecurityHeaders.allowFormsTo(ctx, new Iri(target))));
    try (server) {
      assertThat(new Wire(server).get("/").header("Content-Security-Policy")).contains(policy);
    }
  }
}
