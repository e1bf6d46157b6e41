package social.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** GoToSocial with people and posts in it, as the yardstick of what is read. */
final class GoToSocial implements AutoCloseable {
  private static final int PEOPLE = 20;
  private static final int WRITTEN = 20;

  static final String CONDITIONS =
      "what GoToSocial takes with SQLite, by %d people who follow one another, with %d posts without pictures and such a thread; it is started anew when it is filled"
          .formatted(PEOPLE, PEOPLE * WRITTEN);

  /** Names its program, which has its folder {@code web} beside it. */
  private static final String PROGRAM = System.getenv("GOTOSOCIAL");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PASSWORD = "Quite 4 long one, with $igns";

  private final Path folder = Village.emptyFolder("gotosocial");
  private final int port = ServerProcess.freePort();
  private final String authority = "127.0.0.1:" + port;
  private Process process;

  private GoToSocial() throws IOException {
    // Its tables are there after a first start only, and accounts are made while it does not run.
    stop(started());
    for (int i = 0; i < PEOPLE; i++) account(i);
    process = started();
  }

  static boolean isThere() {
    return PROGRAM != null;
  }

  static GoToSocial start() throws IOException {
    return new GoToSocial();
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** People who follow one another have written posts, one of which has a long thread. */
  Shelf filled() throws IOException {
    Api api = new Api(port, authority);
    List<String> tokens = new ArrayList<>();
    List<String> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      AppLogin app = new AppLogin(authority);
      tokens.add(app.token(email(i), PASSWORD));
      // Otherwise followers wait to be let in.
      people.add(app.change(tokens.getLast(), "locked", "false"));
    }
    for (int i = 0; i < PEOPLE; i++)
      for (int other = 0; other < PEOPLE; other++)
        if (other != i)
          api.ask(tokens.get(i), "/api/v1/accounts/" + people.get(other) + "/follow", "{}");
    String thread = ReadsBench.thread(api, tokens);
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < WRITTEN * PEOPLE; i++) {
      String text = "Note " + i + (i % 5 == 4 ? " about #things" : "") + ", some words to read";
      posts.add(api.post(tokens.get(i % PEOPLE), text, i % 10 == 6 ? posts.getLast() : null));
    }
    // As after a night: nothing left to do, and its database knows what is in it.
    stop(process);
    process = started();
    return new Shelf(api, this::cpu, tokens, people, posts, thread);
  }

  private static String email(int person) {
    return "local" + person + "@example.org";
  }

  private void account(int person) throws IOException {
    String name = "local" + person;
    Process created =
        run(
            "admin",
            "account",
            "create",
            "--username",
            name,
            "--email",
            email(person),
            "--password",
            PASSWORD);
    if (ended(created) != 0) throw new IllegalStateException("no account; see " + log());
  }

  private Process started() throws IOException {
    Process starting = run("server", "start");
    byte[] question = Connection.get(authority, "/readyz", "none");
    long began = System.nanoTime();
    while (starting.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
      try (Connection connection = new Connection(port)) {
        if (connection.exchange(question).status() == 200) return starting;
      } catch (IOException notYet) {
        // It does not listen.
      }
      pause();
    }
    starting.destroyForcibly();
    throw new IllegalStateException("it did not start; see " + log());
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Process run(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(Path.of(PROGRAM).getParent().toFile());
    builder.environment().putAll(settings());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    return builder.start();
  }

  private Map<String, String> settings() {
    return Map.of(
        "GTS_HOST", authority,
        "GTS_PROTOCOL", "http",
        "GTS_BIND_ADDRESS", "127.0.0.1",
        "GTS_PORT", "" + port,
        "GTS_DB_TYPE", "sqlite",
        "GTS_DB_ADDRESS", folder.resolve("sqlite.db").toString(),
        "GTS_STORAGE_LOCAL_BASE_PATH", folder.resolve("storage").toString(),
        "GTS_ADVANCED_RATE_LIMIT_REQUESTS", "0",
        "GTS_ADVANCED_THROTTLING_MULTIPLIER", "0",
        "GTS_LOG_LEVEL", "error");
  }

  private Path log() {
    return folder.resolve("log");
  }

  private static int ended(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    stop(process);
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
