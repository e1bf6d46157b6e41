package social.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What it was measured on. */
final class Machine {
  private Machine() {}

  static String describe() {
    return "%s; %d cores of %s; Java %s; server heap %s, %s"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            field("/proc/cpuinfo", "model name", "an unknown processor"),
            System.getProperty("java.vm.version"),
            ServerProcess.HEAP,
            "load of other programs at the start " + load());
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException elsewhere) {
      return "unknown";
    }
  }

  /** A line of one of the kernel's files. */
  static String field(String file, String name, String otherwise) {
    try {
      for (String line : Files.readAllLines(Path.of(file)))
        if (line.startsWith(name)) return line.substring(line.indexOf(':') + 1).strip();
    } catch (IOException elsewhere) {
      return otherwise;
    }
    return otherwise;
  }
}
