package social.parley.fediverse;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import social.parley.LittleEffort;
import social.parley.Server;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.cli.Community;
import social.parley.config.Settings;
import social.parley.core.TestClock;
import social.parley.fetch.Network;
import social.parley.mastodon.ApiClient;
import social.parley.storage.Databases;

/** One of the servers; it can be stopped and started again with what it has stored. */
public final class Instance {
  /** Of everybody here. */
  public static final String PASSWORD = "correct horse battery";

  private final Settings settings;
  private final TestClock clock;
  private final Random random;
  private final ApiClient client;
  private final @Nullable Network network;
  private @Nullable Server server;

  Instance(
      String host,
      Path folder,
      boolean postgres,
      TestClock clock,
      Map<String, String> more,
      int seed,
      @Nullable Network network) {
    this.clock = clock;
    this.network = network;
    this.random = new Random(seed);
    String address = TestNames.address(host).getHostAddress();
    int port = freePort();
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_URL", "http://" + host + ":" + port);
    environment.put("PARLEY_LISTEN", address + ":" + port);
    environment.put("PARLEY_DATA", folder.toString());
    environment.put("PARLEY_FEDERATION_ALLOW", "127.0.0.0/8");
    environment.put("PARLEY_RATE_LIMITS", "off");
    if (postgres) environment.put("PARLEY_DATABASE", Databases.postgresSetting());
    environment.putAll(more);
    settings = Settings.load(null, environment);
    client = new ApiClient(settings.url().value());
  }

  /** Free now; the name's address is used by nobody else. */
  static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void start() {
    Server fresh = Server.open(settings, clock, random, LittleEffort.EFFORT, network);
    fresh.listen();
    server = fresh;
  }

  /** Nobody can reach it any more. */
  public void stop() {
    if (server != null) server.close();
    server = null;
  }

  /** Comes back with what it has stored. */
  public void restart() {
    stop();
    start();
  }

  boolean settle() {
    return server != null && server.settle();
  }

  private Server running() {
    if (server == null) throw new IllegalStateException("stopped");
    return server;
  }

  public Settings settings() {
    return settings;
  }

  public Community community() {
    return running().community();
  }

  /** Every route that this server answers, such as {@code GET /media/{id}/{key}}. */
  public List<String> routes() {
    return running().routes();
  }

  public ApiClient client() {
    return client;
  }

  /** What an unsigned ActivityPub server gets for an address here. */
  public ApiClient.Answer document(String url) {
    String path = url.substring(settings.url().value().length());
    return client.send("GET", path, null, null, null, "Accept", "application/activity+json");
  }

  /** Host and port. */
  public String authority() {
    return settings.authority();
  }

  public Person person(String name) {
    return person(name, Role.USER, "read write follow");
  }

  /** A member of the staff, with a token that lets them act as such. */
  public Person staff(String name, Role role) {
    return person(name, role, "read write follow admin:read admin:write");
  }

  private Person person(String name, Role role, String scopes) {
    Community community = community();
    var account =
        community.accounts().create(new NewAccount(name, name + "@example.org", PASSWORD, role));
    String token =
        community
            .tokens()
            .issue(
                community.applications().commandLine(),
                account.id(),
                Scopes.parse(scopes).orElseThrow())
            .secret();
    String handle = name + "@" + settings.handleDomain();
    String iri = settings.url() + "/users/" + name;
    return new Person(this, clock, account.id(), account.actor().toString(), handle, iri, token);
  }
}
