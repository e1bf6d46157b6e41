package social.parley.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import social.parley.LittleEffort;
import social.parley.Server;
import social.parley.accounts.Account;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.cli.Community;
import social.parley.config.Settings;

/** A whole server whose pages are tested. */
final class Town implements AutoCloseable {
  static final String PASSWORD = "a long enough password";

  private final Server server;
  private final Settings settings;

  private Town(Server server, Settings settings) {
    this.server = server;
    this.settings = settings;
  }

  /** Further settings are names and values in turn. */
  static Town start(Path data, String... more) {
    String port = String.valueOf(freePort());
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_URL", "http://localhost:" + port);
    environment.put("PARLEY_LISTEN", "127.0.0.1:" + port);
    environment.put("PARLEY_DATA", data.toString());
    environment.put("PARLEY_RATE_LIMITS", "off");
    for (int i = 0; i < more.length; i += 2) environment.put(more[i], more[i + 1]);
    Settings settings = Settings.load(null, environment);
    Server server =
        Server.open(settings, Clock.systemUTC(), new Random(3), LittleEffort.EFFORT, null);
    server.start();
    return new Town(server, settings);
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

  Server server() {
    return server;
  }

  Community community() {
    return server.community();
  }

  Account person(String name, Role role) {
    return community()
        .accounts()
        .create(new NewAccount(name, name + "@example.org", PASSWORD, role));
  }

  Guest guest() {
    return new Guest(url());
  }

  /** Somebody new who has logged in. */
  Guest member(String name) {
    person(name, Role.USER);
    return loggedIn(name);
  }

  Guest loggedIn(String name) {
    return guest().enter(name, PASSWORD);
  }

  @Override
  public void close() {
    server.close();
  }
}
