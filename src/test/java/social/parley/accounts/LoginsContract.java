package social.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** Browsers and programs that people let in, and throw out again. */
abstract class LoginsContract {
  private Household home;
  private Account mira;

  abstract Database open();

  @BeforeEach
  void move() {
    home = new Household(open(), Map.of());
    mira = home.member("mira");
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void aSessionLastsAsLongAsItIsUsed() {
    String secret = home.sessions.start(mira, "Firefox", "192.0.2.1");
    for (int i = 0; i < 4; i++) {
      home.clock.advance(Duration.ofDays(30));
      assertThat(home.sessions.check(secret)).isPresent();
    }
    home.clock.advance(Sessions.LIFETIME);
    assertThat(home.sessions.check(secret)).isEmpty();
    assertThat(home.sessions.check("nonsense")).isEmpty();
    assertThat(home.accounts.byId(mira.id()).orElseThrow().lastActiveAt()).isNotNull();
    assertThat(home.accounts.countActive(home.clock.instant().minus(Duration.ofDays(61))))
        .isEqualTo(1);
  }

  @Test
  void sessionsAreListedAndEnded() {
    String first = home.sessions.start(mira, "Firefox", "192.0.2.1");
    String second = home.sessions.start(mira, "x".repeat(1000), "192.0.2.2");
    String third = home.sessions.start(mira, "Safari", "192.0.2.3");
    List<Session> all = home.sessions.of(mira.id());
    assertThat(all)
        .extracting(Session::address)
        .containsExactly("192.0.2.3", "192.0.2.2", "192.0.2.1");

    home.sessions.revoke(mira.id(), all.get(1).id());
    home.sessions.end(first);
    assertThat(home.sessions.check(first)).isEmpty();
    assertThat(home.sessions.check(second)).isEmpty();
    assertThat(home.sessions.check(third).orElseThrow().account().id()).isEqualTo(mira.id());

    home.sessions.start(mira, "Other", "192.0.2.4");
    home.sessions.revokeOthers(mira.id(), all.getFirst().id());
    assertThat(home.sessions.of(mira.id())).containsExactly(all.getFirst());
    home.accounts.disable(mira.id(), true);
    assertThat(home.sessions.check(third)).isEmpty();
    Account disabled = home.accounts.byId(mira.id()).orElseThrow();
    assertThatThrownBy(() -> home.sessions.start(disabled, "Safari", "192.0.2.3"))
        .isInstanceOf(Refused.Forbidden.class);
  }

  @Test
  void programsAreKnownByTheirSecret() {
    RegisteredApplication app = home.program("read write:media");
    Application known = app.application();
    assertThat(home.applications.authenticate(known.clientId(), app.secret())).contains(known);
    assertThat(home.applications.authenticate(known.clientId(), "wrong")).isEmpty();
    assertThat(home.applications.byId(known.id())).contains(known);
    assertThat(home.applications.byClientId(known.clientId())).contains(known);
    assertThat(known.requested("")).contains(Scopes.DEFAULT);
    assertThat(known.requested("read:lists write:media")).isPresent();
    assertThat(known.requested("write")).isEmpty();
    assertThatThrownBy(
            () -> home.applications.register(new NewApplication("", List.of(), "nonsense", "x")))
        .isInstanceOfSatisfying(
            Refused.Invalid.class,
            it ->
                assertThat(it.problems())
                    .extracting(Refused.Problem::field)
                    .containsExactly("name", "redirect_uri", "scopes", "website"));
  }

  @Test
  void tokensAreListedAndTakenBack() {
    List<Long> told = new ArrayList<>();
    home.database.subscribe(
        new Subscribers().on(TokenRevoked.class, (tx, revoked) -> told.add(revoked.tokenId())));
    String first = home.token(mira, "read");
    String second = home.token(mira, "write");
    assertThat(home.tokens.check(first))
        .isInstanceOfSatisfying(
            PresentedToken.Valid.class,
            it -> {
              assertThat(it.access().person().id()).isEqualTo(mira.id());
              assertThat(it.access().covers("read:lists")).isTrue();
              assertThat(it.access().covers("write")).isFalse();
            });
    List<Token> all = home.tokens.of(mira.id());
    assertThat(all).extracting(token -> token.scopes().toString()).containsExactly("write", "read");
    assertThat(all.getLast().lastUsedAt()).isEqualTo(home.clock.instant());

    home.tokens.revoke(mira.id(), all.getLast().id());
    assertThat(home.tokens.check(first)).isEqualTo(new PresentedToken.Revoked());
    home.database.run(tx -> home.tokens.revokeAll(tx, mira.id()));
    assertThat(home.tokens.check(second)).isEqualTo(new PresentedToken.Revoked());
    assertThat(home.tokens.check("nonsense")).isEqualTo(new PresentedToken.Unknown());
    assertThat(told).containsExactly(all.getLast().id(), all.getFirst().id());
    Account other = home.member("tomas");
    assertThatThrownBy(() -> home.tokens.revoke(other.id(), all.getFirst().id()))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void ofManyWhoShowOneCodeOneGetsAToken() throws Exception {
    Application app = home.program("read").application();
    String redirect = app.redirectUris().getFirst();
    String code =
        home.grants.issue(
            new AuthorizationRequest(app, redirect, Scopes.DEFAULT, "", null, false), mira.id());
    Callable<@Nullable IssuedToken> show =
        () -> home.grants.redeem(app, code, redirect, "").orElse(null);
    long issued = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(List.of(show, show, show, show)))
        if (one.get() != null) issued++;
    }
    assertThat(issued).isEqualTo(1);
    assertThat(home.grants.redeem(app, code, redirect, "x")).isEmpty();
  }

  @Test
  void noSecretIsInTheDatabase() {
    String session = home.sessions.start(mira, "Firefox", "192.0.2.1");
    String token = home.token(mira, "read");
    String sql =
        """
        SELECT secret_hash FROM sessions UNION ALL SELECT secret_hash FROM oauth_tokens
        UNION ALL SELECT secret_hash FROM oauth_applications UNION ALL SELECT password FROM accounts
        """;
    List<String> kept = home.database.read(db -> db.query(sql).mapTo(String.class).list());
    assertThat(kept)
        .hasSize(4)
        .doesNotContain(session, token, "correct horse")
        .contains(Secrets.hash(session), Secrets.hash(token));
  }
}
