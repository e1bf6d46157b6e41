package social.parley.actors;

import java.util.Map;
import java.util.Random;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActorDocument;
import social.parley.config.Settings;
import social.parley.core.Ids;
import social.parley.core.TestClock;
import social.parley.jsonld.Json;
import social.parley.signatures.KeySource;
import social.parley.signatures.Keys;
import social.parley.storage.Database;

/** The actors of home.example, whose network is written on paper. */
final class Household {
  static final String PEM = Keys.publicPem(Keys.generateRsa().getPublic());
  static final String OTHER_PEM = Keys.publicPem(Keys.generateRsa().getPublic());

  final TestClock clock = new TestClock();
  final PaperFetcher network = new PaperFetcher();
  final Database database;
  final Actors actors;
  final RemoteActors remote;
  final KeyLookup keys;

  Household(Database database) {
    this.database = database;
    Settings settings =
        Settings.load(
            null,
            Map.of(
                "PARLEY_URL", "https://server.home.example",
                "PARLEY_HANDLE_DOMAIN", "home.example"));
    Ids ids = new Ids(clock, new Random(1));
    actors = new Actors(database, ids, clock, new Addresses(settings), KeySource.FRESH);
    remote = new RemoteActors(database, actors, network, settings);
    keys = new KeyLookup(actors, remote, network);
  }

  Actor person(String name) {
    NewActor made = actors.prepare(name, ActorKind.PERSON, "");
    Actor actor = database.write(tx -> actors.create(tx, made));
    database.settle();
    return actor;
  }

  /** What another server says, taken in as if it had been fetched. */
  Actor receive(String document, String domain) {
    ActorDocument actor = ActivityReader.readActor(Json.parse(document));
    RemoteProfile profile = RemoteProfile.of(actor, domain).orElseThrow();
    Actor stored = database.write(tx -> actors.receive(tx, profile));
    database.settle();
    return stored;
  }
}
