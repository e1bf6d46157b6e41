package social.parley.browser;

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

/** A running community with whoever a test or a photograph needs. */
final class Stage implements AutoCloseable {
  static final String PASSWORD = "a long enough password";

  private final Server server;
  private final Settings settings;

  private Stage(Server server, Settings settings) {
    this.server = server;
    this.settings = settings;
  }

  /** Starts a server under a name of its own; further settings are names and values in turn. */
  static Stage start(Path data, String name, String... more) {
    String port = String.valueOf(freePort());
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_URL", "http://" + name + ".localhost:" + port);
    environment.put("PARLEY_LISTEN", "127.0.0.1:" + port);
    environment.put("PARLEY_DATA", data.resolve(name).toString());
    environment.put("PARLEY_RATE_LIMITS", "off");
    environment.put("PARLEY_FEDERATION_ALLOW", "127.0.0.0/8");
    for (int i = 0; i < more.length; i += 2) environment.put(more[i], more[i + 1]);
    Settings settings = Settings.load(null, environment);
    Server server = Server.open(settings, Clock.systemUTC(), new SecureRandom());
    server.start();
    return new Stage(server, settings);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  String url() {
    return settings.url().value();
  }

  String authority() {
    return settings.authority();
  }

  Server server() {
    return server;
  }

  /** Somebody with an account, whose password is {@link #PASSWORD}. */
  Member person(String name) {
    return person(name, Role.USER);
  }

  Member person(String name, Role role) {
    var community = server.community();
    Account account =
        community.accounts().create(new NewAccount(name, name + "@example.org", PASSWORD, role));
    String token =
        community
            .tokens()
            .issue(
                community.applications().commandLine(),
                account.id(),
                Scopes.parse("read write follow push").orElseThrow())
            .secret();
    // Under its own name a browser finds the server, the rest of Java does not.
    return new Member("http://localhost:" + server.port(), name, token);
  }

  @Override
  public void close() {
    server.close();
  }
}
