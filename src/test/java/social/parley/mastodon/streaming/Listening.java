package social.parley.mastodon.streaming;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;

/** People who are connected to a server, over both ways of listening. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Listening {
  static final String BASE = "/api/v1/streaming";
  final Fediverse fediverse = Fediverse.of("alpha.test", "beta.test");
  int people;
  Person ada;

  @BeforeAll
  void start() {
    ada = person();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  Person person() {
    return fediverse.person("p" + ++people, "alpha.test");
  }

  static Ear socket(Person person, String query) {
    return Ear.socket(person.server().authority(), BASE + query, person.token());
  }

  static Ear events(Person person, String path) {
    return Ear.events(person.server().authority(), BASE + path, person.token());
  }

  String token(Person person, String scopes) {
    var tokens = person.server().community().tokens();
    var app = person.server().community().applications().commandLine();
    return tokens
        .issue(app, person.account(), social.parley.accounts.Scopes.parse(scopes).orElseThrow())
        .secret();
  }
}
