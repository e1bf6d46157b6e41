package social.parley;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.cli.Community;
import social.parley.cli.RunningServer;
import social.parley.config.Settings;
import social.parley.federation.Federation;
import social.parley.federation.NodeCounts;
import social.parley.fetch.Network;
import social.parley.http.Assets;
import social.parley.http.Endpoints;
import social.parley.http.HttpServer;
import social.parley.web.WebSurface;

/** One running community: everything made with plain {@code new}, started and stopped. */
public final class Server implements RunningServer {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  private final Plumbing plumbing;
  private final Features features;
  private final Federation federation;
  private final HttpServer http;

  private Server(Plumbing plumbing, Features features, Federation federation, HttpServer http) {
    this.plumbing = plumbing;
    this.features = features;
    this.federation = federation;
    this.http = http;
  }

  /** Opens the database and makes all parts; nothing runs yet. */
  public static Server open(Settings settings, Clock clock, RandomGenerator random) {
    return of(Plumbing.open(settings, clock, random));
  }

  /** The same with another effort, and with this network, if any, instead of the one out there. */
  public static Server open(
      Settings settings,
      Clock clock,
      RandomGenerator random,
      Effort effort,
      @Nullable Network network) {
    return of(Plumbing.open(settings, clock, random, effort, network));
  }

  private static Server of(Plumbing plumbing) {
    Settings settings = plumbing.settings();
    Clock clock = plumbing.clock();
    RandomGenerator random = plumbing.random();
    Features features = Features.of(plumbing);
    NodeCounts counts = counts(plumbing, features);
    Federation federation =
        new Federation(
            new Federation.Plumbing(
                settings,
                plumbing.database(),
                plumbing.ids(),
                clock,
                random,
                plumbing.metrics().registry(),
                plumbing.fetcher(),
                plumbing.limits(),
                Version.NUMBER),
            new Federation.People(features.actors(), features.remoteActors(), features.keys()),
            features.deliveries(),
            features.documents(),
            new Federation.Features(
                features.inbox(),
                List.of(features.moderation().gate()),
                List.of(features.moderation().gate()),
                features.objects(),
                features.collections(),
                features.followersInStep(),
                counts,
                () -> features.appearances().now().color()));
    plumbing.fetcher().listen(federation::heard);
    plumbing.jobs().every(Duration.ofHours(24), "federation.tidy", federation::tidy);
    plumbing.jobs().every(Duration.ofMinutes(1), "federation.look", federation::lookAgain);
    Assets assets = new Assets();
    ClientApi api = ClientApi.of(plumbing, features, counts, assets);
    features.alerts().pusher().handle(api.surface().views().pictures()::avatar);
    List<Endpoints> endpoints = new ArrayList<>(federation.endpoints());
    endpoints.add(assets);
    WebSurface web = Website.of(plumbing, features, assets);
    // Routes are tried one after the other.
    endpoints.add(web.often());
    endpoints.addAll(api.endpoints());
    endpoints.addAll(web.endpoints());
    HttpServer http =
        new HttpServer(
            settings,
            plumbing.metrics(),
            random,
            endpoints,
            List.of(federation.errors(), api.surface().errors(), web.errors()),
            features.moderation().doors().addresses());
    return new Server(plumbing, features, federation, http);
  }

  private static NodeCounts counts(Plumbing plumbing, Features features) {
    return () -> {
      var accounts = features.people().accounts();
      var now = plumbing.clock().instant();
      return new NodeCounts.Counts(
          accounts.count(),
          accounts.countActive(now.minus(Duration.ofDays(30))),
          accounts.countActive(now.minus(Duration.ofDays(180))),
          features.actors().countLocalPosts(),
          0);
    };
  }

  /** Takes up the work left from last time and answers requests. */
  public void start() {
    plumbing.jobs().start();
    features.discovery().start();
    federation.start();
    listen();
  }

  /** Only answers requests; what they leave to do waits for {@link #settle}. */
  public void listen() {
    http.start();
    log.info("ready url={} port={}", plumbing.settings().url(), http.port());
  }

  /** Every route that is answered, such as {@code GET /media/{id}/{key}}. */
  public List<String> routes() {
    return http.routes();
  }

  /** The port listened on. */
  public int port() {
    return http.port();
  }

  @Override
  public Community community() {
    return new Backstage(plumbing, features);
  }

  @Override
  public Optional<String> claimLink() {
    return features.people().ownerClaim().open().map(Object::toString);
  }

  /** Works until nothing is left that could be done now; true when there was anything. */
  public boolean settle() {
    boolean worked = plumbing.jobs().runDue();
    plumbing.database().settle();
    features.writing().cards().settle();
    plumbing.database().settle();
    features.live().streams().settle();
    return federation.settle() || worked;
  }

  Plumbing plumbing() {
    return plumbing;
  }

  Features features() {
    return features;
  }

  Federation federation() {
    return federation;
  }

  /** Finishes what is running; the rest waits for the next start. */
  @Override
  public void close() {
    features.live().close();
    http.close();
    federation.close();
    // Jobs may be working on pictures.
    plumbing.jobs().stop();
    features.close();
    plumbing.close();
    log.info("stopped");
  }
}
