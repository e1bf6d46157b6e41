package social.parley.mastodon.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Account;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.mastodon.streaming.Ear;

/** Every route asks for exactly the scope that its table says, of people and of programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopesTest {
  private static final Path CONTRACT = Path.of("../shared/reference/mastodon-api.tsv");
  private static final String OUTSIDE = "This action is outside the authorized scopes";
  private static final String NO_PERSON = "This method requires an authenticated user";

  private static final String STREAMS = "/api/v1/streaming(/.*)?";

  /** A browser's pages, and what never ends. */
  private static final String NOT_ASKED = "/oauth/authorize|" + STREAMS;

  private final Fediverse fediverse = Fediverse.of("alpha.test");
  private final Map<String, String> tokens = new HashMap<>();
  private Instance server;
  private int people;

  @BeforeAll
  void start() {
    server = fediverse.at("alpha.test");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  /** Somebody who may do everything, so that scopes alone stand in the way. */
  private Account person() {
    String name = "person" + ++people;
    return server
        .community()
        .accounts()
        .create(new NewAccount(name, name + "@example.org", "correct horse battery", Role.OWNER));
  }

  private String token(@Nullable Account person, List<String> scopes) {
    var community = server.community();
    return community
        .tokens()
        .issue(
            community.applications().commandLine(),
            person == null ? null : person.id(),
            new Scopes(scopes))
        .secret();
  }

  /** A token with all scopes but those that would do. */
  private String wrong(List<String> wanted) {
    return tokens.computeIfAbsent(
        "wrong " + wanted,
        _ ->
            token(
                person(),
                Scopes.ALL.stream()
                    .filter(one -> wanted.stream().noneMatch(new Scopes(List.of(one))::covers))
                    .toList()));
  }

  private Answer ask(DescribedRoute route, @Nullable String token) {
    String path = route.path().replaceAll("[{<]\\w+[}>]", "1");
    return server.client().send(route.method(), path, null, null, token);
  }

  private static List<DescribedRoute> asked() {
    return Tables.routes().stream().filter(one -> !one.path().matches(NOT_ASKED)).toList();
  }

  private static String error(Answer answer) {
    return answer.status() + " " + answer.text("/error");
  }

  @Test
  void peopleNeedTheScope() {
    List<String> wrong = new ArrayList<>();
    for (DescribedRoute route : asked()) {
      String scope = route.scope();
      if (scope.startsWith("public") || scope.equals("app") || scope.startsWith("app:")) continue;
      if (scope.equals("session")) continue;
      List<String> wanted = scope.equals("any") ? List.of() : List.of(scope.split(" "));
      String name = route.method() + " " + route.path() + ": ";
      expect(wrong, name + "no token", ask(route, null), 401, null);
      expect(wrong, name + "unknown token", ask(route, "unknown"), 401, null);
      if (!wanted.isEmpty())
        expect(wrong, name + "other scopes", ask(route, wrong(wanted)), 403, OUTSIDE);
      List<String> one = wanted.isEmpty() ? List.of("push") : List.of(wanted.getFirst());
      String program = tokens.computeIfAbsent("program " + one, _ -> token(null, one));
      expect(wrong, name + "a program's token", ask(route, program), 422, NO_PERSON);
      for (String enough : wanted.isEmpty() ? one : wanted) {
        Answer answer = ask(route, token(person(), List.of(enough)));
        String error = answer.text("/error");
        if (answer.status() == 401
            || answer.status() >= 500 && answer.status() != 501
            || error.equals(OUTSIDE)
            || error.equals(NO_PERSON))
          wrong.add(name + enough + " is not enough: " + error(answer));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void expect(
      List<String> wrong, String what, Answer answer, int status, @Nullable String error) {
    if (answer.status() != status || (error != null && !answer.text("/error").equals(error)))
      wrong.add(what + " gives " + error(answer) + " instead of " + status);
  }

  @Test
  void streamsNeedTheScopeBeforeTheyOpen() {
    List<String> wrong = new ArrayList<>();
    Account listener = person();
    String all = token(listener, List.of("read", "write"));
    String list = server.client().form("/api/v1/lists", all, "title", "Few").text("/id");
    int streams = 0;
    for (DescribedRoute route : Tables.routes()) {
      if (!route.path().matches(STREAMS) || route.scope().equals("public")) continue;
      streams++;
      String path = route.path() + "?stream=public&tag=tea&list=" + list;
      List<String> scope = List.of(route.scope());
      expect(wrong, path + " without a token", stream(path, null), 401, null);
      expect(wrong, path + " unknown token", stream(path, "unknown"), 401, null);
      expect(wrong, path + " other scopes", stream(path, wrong(scope)), 403, OUTSIDE);
      expect(wrong, path + " a program's token", stream(path, token(null, scope)), 422, NO_PERSON);
      // It fails unless the stream opens.
      Ear.events(server.authority(), path, token(listener, scope)).close();
    }
    assertThat(wrong).isEmpty();
    assertThat(streams).isEqualTo(10);
  }

  private Answer stream(String path, @Nullable String token) {
    return server.client().get(path, token);
  }

  @Test
  void whatIsOpenIsOpenAndGuardsAgainstNarrowTokens() {
    List<String> wrong = new ArrayList<>();
    for (DescribedRoute route : asked()) {
      if (!route.scope().startsWith("public") || !route.path().startsWith("/api/")) continue;
      String name = route.method() + " " + route.path() + ": ";
      boolean reads = route.method().equals("GET");
      Answer stranger = ask(route, null);
      if (reads && (stranger.status() == 401 || stranger.status() == 403))
        wrong.add(name + "a stranger gets " + error(stranger));
      if (reads && ask(route, "unknown").status() == 401)
        wrong.add(name + "an unknown token is refused");
      if (route.scope().equals("public")) continue;
      String scope = route.scope().substring("public (".length(), route.scope().length() - 1);
      expect(wrong, name + "other scopes", ask(route, wrong(List.of(scope))), 403, OUTSIDE);
    }
    assertThat(wrong).isEmpty();
  }

  /** The table must not be wrong in the same way as the code. */
  @Test
  void theTableSaysWhatTheContractSays() throws IOException {
    assumeTrue(Files.exists(CONTRACT));
    Map<String, String> ours = new HashMap<>();
    for (DescribedRoute route : Tables.routes())
      ours.put(route.method() + " " + route.path().replaceAll("[{<]\\w+[}>]", "{}"), route.scope());
    List<String> wrong = new ArrayList<>();
    try (Stream<String> lines = Files.lines(CONTRACT)) {
      for (String line : lines.skip(1).toList()) {
        String[] cells = line.split("\t");
        String key = cells[0] + " " + cells[1].replaceAll(":\\w+", "{}");
        String scope = ours.get(key);
        if (scope != null && !scope.equals(cells[2]))
          wrong.add(key + ": " + scope + " instead of " + cells[2]);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
