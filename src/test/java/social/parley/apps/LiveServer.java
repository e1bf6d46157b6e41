package social.parley.apps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import social.parley.Server;
import social.parley.accounts.Account;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.config.Settings;
import social.parley.mastodon.ApiClient;

/** A whole server on a free port of this machine, for programs of others to talk to. */
final class LiveServer implements AutoCloseable {
  static final String PASSWORD = "a long enough password";
  private static final String LOOPBACK = "127.0.0.1";

  private final Server server;
  private final Settings settings;
  private final ApiClient client;

  private LiveServer(Server server, Settings settings) {
    this.server = server;
    this.settings = settings;
    this.client = new ApiClient(settings.url().value());
  }

  static LiveServer start(Path data) {
    LiveServer made = open(data);
    made.server.start();
    return made;
  }

  /** Answers requests, but works only while {@link #settle} runs. */
  static LiveServer listen(Path data) {
    LiveServer made = open(data);
    made.server.listen();
    return made;
  }

  private static LiveServer open(Path data) {
    String port = String.valueOf(freePort());
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_URL", "http://localhost:" + port);
    environment.put("PARLEY_LISTEN", LOOPBACK + ":" + port);
    environment.put("PARLEY_DATA", data.toString());
    environment.put("PARLEY_RATE_LIMITS", "off");
    environment.put("PARLEY_FEDERATION_ALLOW", "127.0.0.0/8");
    Settings settings = Settings.load(null, environment);
    return new LiveServer(Server.open(settings, Clock.systemUTC(), new SecureRandom()), settings);
  }

  /** A port that was free just now; the public address must be known before the server listens. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** Lets it work until nothing is left that it could do now. */
  void settle() {
    while (server.settle()) {}
  }

  String url() {
    return settings.url().value();
  }

  /** Host and port, as programs ask for them. */
  String authority() {
    return settings.authority();
  }

  /** Somebody with an account, whose password is {@link #PASSWORD}. */
  Account person(String name) {
    return person(name, Role.USER);
  }

  private Account person(String name, Role role) {
    return server
        .community()
        .accounts()
        .create(new NewAccount(name, name + "@example.org", PASSWORD, role));
  }

  /** The same server as an app of a new person's sees it. */
  Api appOf(String name) {
    return app(person(name), "read write follow push");
  }

  /** The same for a new administrator. */
  Api appOfStaff(String name) {
    return app(person(name, Role.ADMIN), "read write follow admin:read admin:write");
  }

  private Api app(Account account, String wanted) {
    var community = server.community();
    Scopes scopes = Scopes.parse(wanted).orElseThrow();
    String token =
        community
            .tokens()
            .issue(community.applications().commandLine(), account.id(), scopes)
            .secret();
    return new Api(client, token);
  }

  /** The code that somebody gets who agrees to what a program asks for at this address. */
  static String agree(String address, String name) {
    try (Agreement browser = new Agreement()) {
      return browser.code(address, name, PASSWORD);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
