package social.parley.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Account;
import social.parley.accounts.AuthorizationRequest;
import social.parley.mastodon.ApiClient.Answer;

/** How apps come by tokens, over HTTP. */
class OAuthApiTest {
  private static final String OOB = "urn:ietf:wg:oauth:2.0:oob";
  private static final String BACK = "https://app.example/callback?x=1";
  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0";

  @TempDir Path folder;
  private SmallServer server;
  private ApiClient client;

  @BeforeEach
  void start() {
    server = new SmallServer(folder, Map.of());
    client = server.client;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer app(String scopes) {
    return client.form(
        "/api/v1/apps", null, "client_name", "An app", "redirect_uris", BACK, "scopes", scopes);
  }

  @Test
  void programsRegisterInEveryNotation() {
    String two = OOB + "\ntusky-check://callback";
    Answer form = client.form("/api/v1/apps", null, "client_name", "c", "redirect_uris", two);
    Answer query = client.query("/api/v1/apps", null, "client_name", "c", "redirect_uris", two);
    Answer json =
        client.json(
            "/api/v1/apps",
            null,
            "{\"client_name\":\"c\",\"redirect_uris\":[\"%s\",\"tusky-check://callback\"],\"website\":null}"
                .formatted(OOB));
    String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    Answer multipart =
        client.send(
            "POST",
            "/api/v1/apps",
            part.formatted("client_name", "c") + part.formatted("redirect_uris", two) + "--b--\r\n",
            "multipart/form-data; boundary=b",
            null);
    for (Answer one : new Answer[] {form, query, json, multipart}) {
      assertThat(one.status()).isEqualTo(200);
      assertThat(one.header("Content-Type"))
          .isEqualToIgnoringWhitespace("application/json; charset=utf-8");
      assertThat(one.text("/redirect_uri")).isEqualTo(two);
      assertThat(one.json().at("/redirect_uris").size()).isEqualTo(2);
      assertThat(one.text("/client_id")).isNotEmpty();
      assertThat(one.text("/client_secret")).hasSize(43);
      assertThat(one.json().at("/website").isNull()).isTrue();
      assertThat(one.json().at("/client_secret_expires_at").asInt()).isZero();
      assertThat(one.text("/scopes/0")).isEqualTo("read");
    }
  }

  @Test
  void programsWithoutANameOrAnAddressAreRefused() {
    Answer relative =
        client.form("/api/v1/apps", null, "client_name", "c", "redirect_uris", "not absolute");
    assertThat(relative.status()).isEqualTo(422);
    assertThat(relative.text("/error"))
        .isEqualTo("Validation failed: Redirect uri must be an absolute URI.");
    assertThat(client.form("/api/v1/apps", null, "redirect_uris", OOB).status()).isEqualTo(422);
  }

  @Test
  void aProgramGetsATokenForItself() {
    Answer app = app("read write");
    String id = app.text("/client_id");
    String secret = app.text("/client_secret");
    Answer form =
        client.form(
            "/oauth/token",
            null,
            "grant_type",
            "client_credentials",
            "client_id",
            id,
            "client_secret",
            secret,
            "scope",
            "read");
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.text("/token_type")).isEqualTo("Bearer");
    assertThat(form.text("/scope")).isEqualTo("read");
    assertThat(form.json().at("/created_at").asLong())
        .isEqualTo(server.home.clock.instant().getEpochSecond());
    String basic =
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    Answer byHeader =
        client.send(
            "POST",
            "/oauth/token",
            "{\"grant_type\":\"client_credentials\"}",
            "application/json",
            null,
            "Authorization",
            "Basic " + basic);
    assertThat(byHeader.status()).isEqualTo(200);
    String token = form.text("/access_token");
    Answer verified = client.get("/api/v1/apps/verify_credentials", token);
    assertThat(verified.text("/name")).isEqualTo("An app");
    assertThat(verified.json().has("client_secret")).isFalse();
    Answer mine = client.get("/api/v1/mine", token);
    assertThat(mine.status()).isEqualTo(422);
    assertThat(mine.text("/error")).isEqualTo("This method requires an authenticated user");
  }

  @Test
  void oauthErrorsHaveOAuthsWords() {
    Answer app = app("read");
    Map<String, String> good = new TreeMap<>();
    good.put("grant_type", "client_credentials");
    good.put("client_id", app.text("/client_id"));
    good.put("client_secret", app.text("/client_secret"));
    assertError(good, "client_secret", "wrong", 401, "invalid_client");
    assertError(good, "client_id", "wrong", 401, "invalid_client");
    assertError(good, "scope", "write:nonsense", 400, "invalid_scope");
    assertError(good, "scope", "write", 400, "invalid_scope");
    assertError(good, "grant_type", "password", 400, "unsupported_grant_type");
    assertError(good, "grant_type", "", 400, "invalid_request");
    assertError(good, "grant_type", "authorization_code", 400, "invalid_grant");
  }

  private void assertError(
      Map<String, String> good, String name, String value, int status, String error) {
    Map<String, String> changed = new TreeMap<>(good);
    changed.put(name, value);
    Answer answer = token(changed);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/error")).isEqualTo(error);
    assertThat(answer.text("/error_description")).isNotEmpty();
  }

  private Answer token(Map<String, String> parameters) {
    return client.form(
        "/oauth/token",
        null,
        parameters.entrySet().stream()
            .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
            .toArray(String[]::new));
  }

  private AuthorizationRequest.Result read(Answer app, String... more) {
    Map<String, String> given = new TreeMap<>();
    given.put("response_type", "code");
    given.put("client_id", app.text("/client_id"));
    given.put("redirect_uri", BACK);
    given.put("scope", "read:statuses profile");
    given.put("state", "s 1");
    for (int i = 0; i < more.length; i += 2) given.put(more[i], more[i + 1]);
    return AuthorizationRequest.read(server.home.applications, given::get);
  }

  private AuthorizationRequest valid(Answer app, String... more) {
    return ((AuthorizationRequest.Result.Valid) read(app, more)).request();
  }

  private Map<String, String> grant(Answer app, String code) {
    return new TreeMap<>(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            BACK,
            "client_id",
            app.text("/client_id"),
            "client_secret",
            app.text("/client_secret"),
            "code_verifier",
            VERIFIER));
  }

  private static String challenge() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  @Test
  void aCodeBecomesATokenOnce() throws Exception {
    Account mira = server.home.member("mira");
    Answer app = app("read profile");
    AuthorizationRequest request =
        valid(app, "code_challenge", challenge(), "code_challenge_method", "S256");
    String code = server.home.grants.issue(request, mira.id());
    assertThat(request.granted(code)).isEqualTo(BACK + "&code=" + code + "&state=s%201");
    assertThat(request.denied()).isEqualTo(BACK + "&error=access_denied&state=s%201");

    Map<String, String> wrongVerifier = grant(app, code);
    wrongVerifier.put("code_verifier", VERIFIER + "x");
    Map<String, String> otherAddress = grant(app, code);
    otherAddress.put("redirect_uri", OOB);
    assertThat(token(wrongVerifier).text("/error")).isEqualTo("invalid_grant");
    assertThat(token(otherAddress).text("/error")).isEqualTo("invalid_grant");
    Answer issued = token(grant(app, code));
    assertThat(issued.status()).isEqualTo(200);
    assertThat(issued.text("/scope")).isEqualTo("read:statuses profile");
    String token = issued.text("/access_token");
    assertThat(client.get("/api/v1/mine", token).json().asString(""))
        .isEqualTo(mira.actor().toString());
    Answer userinfo = client.get("/oauth/userinfo", token);
    assertThat(userinfo.text("/preferred_username")).isEqualTo("mira");
    assertThat(userinfo.text("/sub")).isEqualTo("http://localhost:8080/users/mira");

    assertThat(token(grant(app, code)).status()).isEqualTo(400);
    Answer revoked = client.get("/api/v1/mine", token);
    assertThat(revoked.status()).as("a code shown twice costs its token").isEqualTo(401);
    assertThat(revoked.text("/error")).isEqualTo("The access token was revoked");
  }

  @Test
  void aCodeLastsTenMinutesAndIsForItsProgram() throws Exception {
    Account mira = server.home.member("mira");
    Answer app = app("read profile");
    AuthorizationRequest request =
        valid(app, "code_challenge", challenge(), "code_challenge_method", "S256");
    String code = server.home.grants.issue(request, mira.id());
    assertThat(token(grant(app("read"), code)).status()).isEqualTo(400);
    server.home.clock.advance(Duration.ofMinutes(11));
    assertThat(token(grant(app, code)).status()).isEqualTo(400);
  }

  @Test
  void nobodyIsSentToAnAddressThatTheProgramDidNotName() {
    Answer app = app("read profile");
    assertThat(read(app, "redirect_uri", "https://evil.example/"))
        .isInstanceOf(AuthorizationRequest.Result.Unusable.class);
    assertThat(read(app, "client_id", "nobody"))
        .isInstanceOf(AuthorizationRequest.Result.Unusable.class);
    assertThat(read(app, "scope", "write"))
        .isEqualTo(
            new AuthorizationRequest.Result.SentBack(BACK + "&error=invalid_scope&state=s%201"));
    assertThat(read(app, "code_challenge", "x", "code_challenge_method", "plain"))
        .isInstanceOf(AuthorizationRequest.Result.SentBack.class);
  }

  @Test
  void tokensAreJudgedAlike() {
    Account mira = server.home.member("mira");
    String good = server.home.token(mira, "read");
    String narrow = server.home.token(mira, "write");
    assertRefused("/api/v1/mine", null, 401, "The access token is invalid");
    assertRefused("/api/v1/mine", "nonsense", 401, "The access token is invalid");
    assertRefused("/api/v1/mine", narrow, 403, "This action is outside the authorized scopes");
    assertRefused("/api/v1/open", narrow, 403, "This action is outside the authorized scopes");
    assertRefused("/oauth/userinfo", good, 403, "This action is outside the authorized scopes");
    assertThat(client.get("/api/v1/open", "nonsense").json().asString("")).isEqualTo("null");
    assertThat(client.get("/api/v1/open", good).json().asString(""))
        .isEqualTo(mira.actor().toString());
    assertThat(client.get("/api/v1/mine?access_token=" + good, null).status()).isEqualTo(200);
    assertThat(client.get("/api/v1/mine", null).header("WWW-Authenticate"))
        .startsWith("Bearer realm=\"Parley\", error=\"invalid_token\"");
    server.home.accounts.disable(mira.id(), true);
    assertRefused("/api/v1/mine", good, 403, "Your login is currently disabled");
    server.home.accounts.delete(mira.id());
    assertRefused("/api/v1/mine", good, 401, "The access token was revoked");
    assertRefused("/api/v1/nothing", null, 404, "Record not found");
  }

  private void assertRefused(String path, @Nullable String token, int status, String error) {
    Answer answer = client.get(path, token);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/error")).isEqualTo(error);
    assertThat(answer.header("Content-Type"))
        .isEqualToIgnoringWhitespace("application/json; charset=utf-8");
  }

  @Test
  void onlyItsProgramRevokesAToken() {
    Answer app = app("read");
    Answer other = app("read");
    String token =
        token(
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", app.text("/client_id"),
                    "client_secret", app.text("/client_secret")))
            .text("/access_token");
    assertThat(revoke(other, token).status()).isEqualTo(403);
    assertThat(revoke(other, token).text("/error")).isEqualTo("unauthorized_client");
    assertThat(client.get("/api/v1/apps/verify_credentials", token).status()).isEqualTo(200);
    assertThat(revoke(app, token).response().body()).isEqualTo("{}");
    assertThat(client.get("/api/v1/apps/verify_credentials", token).status()).isEqualTo(401);
  }

  private Answer revoke(Answer app, String token) {
    return client.form(
        "/oauth/revoke",
        null,
        "token",
        token,
        "client_id",
        app.text("/client_id"),
        "client_secret",
        app.text("/client_secret"));
  }

  @Test
  void metadataSaysWhatThereIs() {
    Answer metadata = client.get("/.well-known/oauth-authorization-server", null);
    assertThat(metadata.text("/issuer")).isEqualTo("http://localhost:8080/");
    assertThat(metadata.text("/token_endpoint")).isEqualTo("http://localhost:8080/oauth/token");
    assertThat(metadata.text("/code_challenge_methods_supported/0")).isEqualTo("S256");
    assertThat(metadata.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void pagesLeadToTheirNeighbours() {
    Answer list = client.get("/api/v1/list?limit=2&max_id=30&any%5B%5D=a,b&access_token=x", null);
    assertThat(list.text("/max_id")).isEqualTo("30");
    String address = "http://localhost:8080/api/v1/list?any%5B%5D=a%2Cb&limit=2";
    assertThat(list.header("Link"))
        .isEqualTo(
            "<%s&max_id=7>; rel=\"next\", <%s&min_id=9>; rel=\"prev\"".formatted(address, address));
    assertThat(list.header("X-RateLimit-Remaining")).isNotEmpty();
  }
}
