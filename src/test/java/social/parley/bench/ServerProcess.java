package social.parley.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import social.parley.Main;

/** The server as people run it: a process of its own, with the options of {@code ./parley}. */
final class ServerProcess implements AutoCloseable {
  static final String HEAP = "256m";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final int port;
  final Duration untilReady;

  /** Processor time that the start took. */
  final Duration cpuUntilReady;

  private final Process process;

  private ServerProcess(Process process, int port, Duration untilReady) {
    this.process = process;
    this.port = port;
    this.untilReady = untilReady;
    this.cpuUntilReady = cpu();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The settings of a server in this folder. */
  static Map<String, String> settings(Path folder, int port) {
    return Map.of(
        "PARLEY_URL",
        "http://" + authority(port),
        "PARLEY_LISTEN",
        "127.0.0.1:" + port,
        "PARLEY_DATA",
        folder.toString(),
        "PARLEY_RATE_LIMITS",
        "off",
        "PARLEY_FEDERATION_ALLOW",
        "127.0.0.0/8",
        "PARLEY_LOG_LEVEL",
        "warn");
  }

  static String authority(int port) {
    return "bench.localhost:" + port;
  }

  static ServerProcess start(Path folder, int port, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
    command.addAll(List.of("-XX:+UseTransparentHugePages", "-Xms32m"));
    command.addAll(List.of("-Xmx" + HEAP, "-Xlog:disable", "-Xlog:all=error:stderr"));
    command.addAll(List.of("-Xlog:aot*=off:stderr", "-Xlog:cds*=off:stderr"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(List.of(options));
    String more = System.getenv("PARLEY_JAVA_OPTS");
    if (more != null) command.addAll(List.of(more.split(" ")));
    command.addAll(List.of("-cp", ClassPath.JARS, Main.class.getName(), "serve"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings(folder, port));
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
    long began = System.nanoTime();
    try {
      Process process = builder.start();
      awaitHealth(process, port, began);
      return new ServerProcess(process, port, Duration.ofNanos(System.nanoTime() - began));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void awaitHealth(Process process, int port, long began)
      throws InterruptedException {
    byte[] request = Connection.get(authority(port), "/health", "none");
    while (System.nanoTime() - began < PATIENCE.toNanos() && process.isAlive()) {
      try (Connection connection = new Connection(port)) {
        if (connection.exchange(request).status() == 200) return;
      } catch (IOException notYet) {
        Thread.sleep(2);
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("the server did not start; its folder has a server.log");
  }

  /** Processor time used so far, of all threads. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Resident memory now, in MiB. */
  long resident() {
    return memory("VmRSS");
  }

  /** The most resident memory so far, in MiB. */
  long mostResident() {
    return memory("VmHWM");
  }

  private long memory(String field) {
    String text = Machine.field("/proc/" + process.pid() + "/status", field, "0 kB");
    return Long.parseLong(text.split(" ")[0]) / 1024;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The class path of the product in jars alone, since a cache of classes takes no folders. */
  private static final class ClassPath {
    static final String JARS = jars();

    private static String jars() {
      List<String> jars = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(":")) {
        if (entry.endsWith(".jar")) jars.add(entry);
        else if (Files.exists(Path.of(entry, "social/parley/Main.class")))
          jars.addFirst(pack(Path.of(entry)).toString());
      }
      return String.join(":", jars);
    }

    private static Path pack(Path folder) {
      try {
        Path jar = Files.createTempFile("parley-bench", ".jar");
        jar.toFile().deleteOnExit();
        try (OutputStream file = Files.newOutputStream(jar);
            JarOutputStream out = new JarOutputStream(file);
            Stream<Path> all = Files.walk(folder)) {
          for (Path one : all.filter(Files::isRegularFile).toList()) {
            out.putNextEntry(new JarEntry(folder.relativize(one).toString()));
            Files.copy(one, out);
          }
        }
        return jar;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
