package social.parley.federation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import social.parley.actors.Actors;
import social.parley.actors.KeyLookup;
import social.parley.actors.RemoteActors;
import social.parley.config.Settings;
import social.parley.core.Ids;
import social.parley.fetch.Fetcher;
import social.parley.http.Endpoints;
import social.parley.http.ErrorAnswers;
import social.parley.http.RateLimits;
import social.parley.storage.Database;

/**
 * Everything that speaks with other servers: takes in, sends out, answers. Made last, because it
 * needs to know all features; those need only the {@link Outbox} and {@link RemoteDocuments}.
 */
public final class Federation implements AutoCloseable {
  /** How long an id is remembered as seen, and a sent activity kept for whoever asks for it. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final Duration UNDELIVERED = Duration.ofDays(9);

  /** What federation stands on. */
  public record Plumbing(
      Settings settings,
      Database database,
      Ids ids,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters,
      Fetcher fetcher,
      RateLimits limits,
      String version) {}

  /** Those whom federation knows actors by. */
  public record People(Actors actors, RemoteActors remote, KeyLookup keys) {}

  /** What the features above contribute. */
  public record Features(
      InboxHandler handler,
      List<InboxRule> rules,
      List<PeerRule> peers,
      List<ObjectSource> objects,
      List<CollectionSource> collections,
      FollowersParts followers,
      NodeCounts counts,
      Supplier<String> color) {}

  private final Plumbing plumbing;
  private final InboxStore inboxStore = new InboxStore();
  private final InboxWorker inbox;
  private final DeliveryWorker deliveries;
  private final HostHealth health;
  private final List<Endpoints> endpoints;

  public Federation(
      Plumbing plumbing,
      People people,
      DeliveryQueue queue,
      RemoteDocuments documents,
      Features features) {
    this.plumbing = plumbing;
    health = new HostHealth(plumbing.database(), plumbing.clock(), plumbing.random());
    deliveries = deliveries(people, queue, features);
    InboxQueue arrivals =
        new InboxQueue(plumbing.database(), plumbing.ids(), plumbing.clock(), inboxStore);
    inbox = inbox(people, documents, arrivals, features);
    SignatureCheck check =
        new SignatureCheck(plumbing.settings(), plumbing.clock(), people.actors(), people.keys());
    Readers readers =
        new Readers(
            check, features.peers(), plumbing.settings().federation().secureFetch(), this::heard);
    endpoints =
        List.of(
            new InboxEndpoint(
                people.actors(),
                people.keys(),
                check,
                arrivals,
                plumbing.limits(),
                this::heard,
                features.peers(),
                features.followers()),
            new FollowersEndpoint(people.actors(), readers, features.followers()),
            documents(people, readers, features),
            new WellKnownEndpoints(plumbing.settings(), people.actors(), readers),
            new NodeInfoEndpoint(
                plumbing.settings(),
                people.actors(),
                features.counts(),
                features.color(),
                plumbing.version()));
  }

  private DeliveryWorker deliveries(People people, DeliveryQueue queue, Features features) {
    return new DeliveryWorker(
        plumbing.database(),
        plumbing.clock(),
        new OutgoingBodies(
            plumbing.database(),
            people.actors(),
            features.followers(),
            plumbing.clock(),
            new DeliveryStore()),
        plumbing.fetcher(),
        health,
        queue,
        plumbing.meters());
  }

  private InboxWorker inbox(
      People people, RemoteDocuments documents, InboxQueue arrivals, Features features) {
    InboxGate gate =
        new InboxGate(
            people.actors(),
            people.remote(),
            documents,
            new DocumentProofs(people.keys(), plumbing.clock()),
            features.rules());
    return new InboxWorker(
        plumbing.database(),
        plumbing.clock(),
        inboxStore,
        arrivals,
        people.actors(),
        gate,
        features.handler(),
        plumbing.meters());
  }

  private DocumentEndpoints documents(People people, Readers readers, Features features) {
    return new DocumentEndpoints(
        people.actors(),
        readers,
        new Collections(people.actors(), features.collections()),
        features.objects(),
        new SentActivities(plumbing.database()));
  }

  /** A host has given a sign of life, so that what waits for it may be tried at once. */
  public void heard(String host) {
    if (health.heard(host)) deliveries.wake(host);
  }

  /** The routes for other servers. */
  public List<Endpoints> endpoints() {
    return endpoints;
  }

  /** How errors on those routes are worded. */
  public ErrorAnswers errors() {
    return new FederationErrors();
  }

  /** Takes up what was left by the last run, and works from now on. */
  public void start() {
    inbox.start();
    deliveries.start();
  }

  /** Sends what another process, such as a command, has left to send; to be called every minute. */
  public void lookAgain() {
    health.readAgain();
    deliveries.wakeAll();
  }

  /**
   * Works until nothing is left that could be done now; true when there was anything. For tests:
   * what one server sends while it settles, another has still to handle.
   */
  public boolean settle() {
    boolean worked = inbox.settle();
    plumbing.database().settle();
    return deliveries.settle() || worked;
  }

  /** What came in and was turned away, latest first. */
  public List<Refusal> refusals(int limit) {
    return plumbing.database().read(db -> inboxStore.refusals(db, limit));
  }

  /** Forgets what is too old to matter; to be called daily. */
  public void tidy() {
    plumbing
        .database()
        .run(tx -> {
          inboxStore.forget(tx, plumbing.clock().instant().minus(REMEMBERED));
          new DeliveryStore().forget(tx, plumbing.clock().instant().minus(UNDELIVERED));
        });
  }

  /** Lets what is running finish; the rest waits for the next start. */
  @Override
  public void close() {
    inbox.close();
    deliveries.close();
  }
}
