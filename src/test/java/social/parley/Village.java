package social.parley;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.NewActor;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.core.TestClock;
import social.parley.notifications.Notification;
import social.parley.notifications.NotificationFilter;
import social.parley.posts.Draft;
import social.parley.posts.Post;
import social.parley.storage.DatabaseAddress;
import social.parley.storage.Databases;

/** All features of one server over a fresh database, without its network. */
final class Village implements AutoCloseable {
  final TestClock clock = new TestClock();
  final Server server;

  private Village(Path data, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PARLEY_DATA", data.toString());
    environment.put("PARLEY_URL", "http://village.test");
    environment.put("PARLEY_LISTEN", "127.0.0.1:0");
    server =
        Server.open(
            Settings.load(null, environment), clock, new Random(7), LittleEffort.EFFORT, null);
  }

  static Village onSqlite(Path data) {
    return new Village(data, Map.of());
  }

  static Village onPostgres(Path data) {
    DatabaseAddress.Postgres at = (DatabaseAddress.Postgres) Databases.postgresAddress();
    String address = at.jdbcUrl().replace("jdbc:postgresql://", "");
    return new Village(
        data,
        Map.of(
            "PARLEY_DATABASE",
            "postgresql://%s:%s@%s".formatted(at.user(), at.password(), address)));
  }

  Features features() {
    return server.features();
  }

  ActorId person(String name) {
    NewActor made = features().actors().prepare(name, ActorKind.PERSON, name);
    Actor actor = server.plumbing().database().write(tx -> features().actors().create(tx, made));
    return actor.id();
  }

  Actor actor(ActorId id) {
    return features().actors().byId(id).orElseThrow();
  }

  /** A new public post, one second after everything before. */
  Post post(ActorId author, String text) {
    return publish(Draft.of(author, text));
  }

  Post publish(Draft draft) {
    clock.advance(Duration.ofSeconds(1));
    return features().posts().publish(draft);
  }

  List<PostId> home(ActorId reader) {
    return features().timelines().home(reader, Cursor.first(40)).items().stream()
        .map(Post::id)
        .toList();
  }

  /** What somebody was told, latest first, as {@code TYPE name}. */
  List<String> told(ActorId reader) {
    return features()
        .notifications()
        .page(reader, NotificationFilter.ALL, Cursor.first(80))
        .items()
        .stream()
        .map(this::line)
        .toList();
  }

  private String line(Notification one) {
    return one.type() + " " + actor(one.actorId()).username();
  }

  @Override
  public void close() {
    server.features().close();
    server.plumbing().close();
  }
}
