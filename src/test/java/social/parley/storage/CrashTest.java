package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final int ACKNOWLEDGED = 2000;
  private static final int CALLERS = 16;
  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterAKill() throws IOException, InterruptedException {
    List<Long> acknowledged = new ArrayList<>();
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = writer.inputReader()) {
      while (acknowledged.size() < ACKNOWLEDGED) acknowledged.add(Long.parseLong(lines.readLine()));
      writer.destroyForcibly();
    }
    writer.waitFor();
    try (Database database =
        Database.connect(Databases.sqliteAddress(folder), new SimpleMeterRegistry())) {
      List<Long> first = numbers(database, "first_numbers");
      assertThat(first).containsAll(acknowledged);
      assertThat(numbers(database, "second_numbers"))
          .as("both halves of each write")
          .isEqualTo(first);
      String integrity =
          database.read(db -> db.query("PRAGMA integrity_check").mapTo(String.class).one());
      assertThat(integrity).isEqualTo("ok");
    }
  }

  private static List<Long> numbers(Database database, String table) {
    return database.read(
        db -> db.query("SELECT n FROM " + table + " ORDER BY n").mapTo(Long.class).list());
  }

  /** Writes until it is killed, and says what has been written. */
  static final class Writing {
    private Writing() {}

    public static void main(String[] args) {
      Database database =
          Database.connect(Databases.sqliteAddress(Path.of(args[0])), new SimpleMeterRegistry());
      database.run(tx -> {
        tx.update("CREATE TABLE first_numbers (n INTEGER PRIMARY KEY)").execute();
        tx.update("CREATE TABLE second_numbers (n INTEGER PRIMARY KEY)").execute();
      });
      AtomicLong next = new AtomicLong();
      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CALLERS; i++)
          callers.execute(() -> {
            while (true) write(database, next.incrementAndGet());
          });
      }
    }

    private static void write(Database database, long number) {
      database.run(tx -> {
        for (String table : List.of("first_numbers", "second_numbers"))
          tx.update("INSERT INTO " + table + " (n) VALUES (:n)").bind("n", number).execute();
      });
      System.out.println(number);
    }
  }
}
