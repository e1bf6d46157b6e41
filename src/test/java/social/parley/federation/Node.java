package social.parley.federation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.Actors;
import social.parley.actors.Addresses;
import social.parley.actors.KeyLookup;
import social.parley.actors.NewActor;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.fediverse.TestNames;
import social.parley.fetch.FetchSettings;
import social.parley.fetch.HttpFetcher;
import social.parley.http.HttpServer;
import social.parley.http.RateLimits;
import social.parley.metrics.Metrics;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.KeySource;
import social.parley.storage.Database;

/** One server's federation, from the network down to the database, under a name of its own. */
final class Node implements AutoCloseable {
  final Settings settings;
  final Database database;
  final Actors actors;
  final RemoteActors remote;
  final KeyLookup keys;
  final Outbox outbox;
  final RemoteDocuments documents;
  final Federation federation;
  final HttpFetcher fetcher;
  final List<Received> handled = new CopyOnWriteArrayList<>();
  final List<ObjectSource> objects = new CopyOnWriteArrayList<>();
  final List<CollectionSource> collections = new CopyOnWriteArrayList<>();

  /** What a feature would do; by default it only remembers what came. */
  volatile Function<Received, Effect> handler = received -> tx -> handled.add(received);

  private final HttpServer http;

  Node(String host, Path folder, Database database, Clock clock) {
    this(host, folder, database, clock, Map.of());
  }

  Node(String host, Path folder, Database database, Clock clock, Map<String, String> more) {
    String address = TestNames.address(host).getHostAddress();
    int port = freePort();
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_URL", "http://" + host + ":" + port);
    environment.put("PARLEY_LISTEN", address + ":" + port);
    environment.put("PARLEY_DATA", folder.toString());
    environment.put("PARLEY_FEDERATION_ALLOW", "127.0.0.0/8");
    environment.put("PARLEY_RATE_LIMITS", "off");
    environment.putAll(more);
    settings = Settings.load(null, environment);
    this.database = database;
    Random random = new Random(7);
    Ids ids = new Ids(clock, random);
    fetcher =
        new HttpFetcher(
            FetchSettings.of(settings.federation().allow(), null, "test"),
            new SimpleMeterRegistry(),
            clock);
    Addresses addresses = new Addresses(settings);
    actors = new Actors(database, ids, clock, addresses, KeySource.FRESH);
    remote = new RemoteActors(database, actors, fetcher, settings);
    keys = new KeyLookup(actors, remote, fetcher);
    DeliveryQueue queue = new DeliveryQueue(addresses, ids, clock);
    outbox = new Outbox(addresses, ids, queue);
    documents = new RemoteDocuments(actors, fetcher);
    RateLimits limits = new RateLimits(settings, clock);
    federation =
        new Federation(
            new Federation.Plumbing(
                settings,
                database,
                ids,
                clock,
                random,
                new SimpleMeterRegistry(),
                fetcher,
                limits,
                "test"),
            new Federation.People(actors, remote, keys),
            queue,
            documents,
            new Federation.Features(
                received -> handler.apply(received),
                List.of(),
                List.of(),
                List.of(new Objects()),
                Stream.of(CollectionSource.Kind.values())
                    .<CollectionSource>map(Lists::new)
                    .toList(),
                new NoFollowers(),
                () -> new NodeCounts.Counts(3, 2, 2, 10, 4),
                () -> "#3b5bdb"));
    http =
        new HttpServer(
            settings, new Metrics(), random, federation.endpoints(), List.of(federation.errors()));
    http.start();
    actors.instanceActor();
  }

  /** Nobody follows anybody. */
  private static final class NoFollowers implements FollowersParts {
    @Override
    public Map<String, String> digests(ActorId of) {
      return Map.of();
    }

    @Override
    public List<Iri> part(ActorId of, String origin) {
      return List.of();
    }

    @Override
    public void heard(Actor actor, CollectionSynchronization said) {}
  }

  /** Whatever a test has put there. */
  private final class Objects implements ObjectSource {
    @Override
    public Answer find(Iri iri, @Nullable ActorId reader) {
      for (ObjectSource source : objects) {
        Answer answer = source.find(iri, reader);
        if (!(answer instanceof Answer.Unknown)) return answer;
      }
      return new Answer.Unknown();
    }
  }

  /** Whatever lists of a kind a test has put there. */
  private final class Lists implements CollectionSource {
    private final Kind kind;

    Lists(Kind kind) {
      this.kind = kind;
    }

    @Override
    public Kind kind() {
      return kind;
    }

    private Stream<CollectionSource> given() {
      return collections.stream().filter(source -> source.kind() == kind);
    }

    @Override
    public OptionalLong total(Iri of, @Nullable ActorId reader) {
      return given().findFirst().map(one -> one.total(of, reader)).orElse(OptionalLong.empty());
    }

    @Override
    public Items page(Iri of, Cursor cursor, @Nullable ActorId reader) {
      return given().findFirst().orElseThrow().page(of, cursor, reader);
    }
  }

  static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Actor person(String name) {
    NewActor made = actors.prepare(name, ActorKind.PERSON, name);
    return database.write(tx -> actors.create(tx, made));
  }

  /** Another server's actor, as this one sees it. */
  Actor meet(Actor other) {
    if (remote.find(other.iri()) instanceof Resolution.Found found) return found.actor();
    throw new AssertionError("not found: " + other.iri());
  }

  void send(Actor sender, Activity activity, Iri... inboxes) {
    database.run(tx -> outbox.send(tx, sender, activity, List.of(inboxes)));
  }

  /** Lets these servers work until none has anything left to do. */
  static void settle(Node... nodes) {
    boolean worked = true;
    while (worked) {
      worked = false;
      for (Node node : nodes) {
        node.database.settle();
        worked |= node.federation.settle();
      }
    }
  }

  @Override
  public void close() throws Exception {
    http.close();
    federation.close();
    fetcher.close();
    database.close();
  }
}
