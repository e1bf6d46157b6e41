package social.parley.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * Feeds damaged samples to all readers of foreign input for some minutes; what does harm is kept in
 * {@code target/fuzz}. {@code ./dev fuzz [MINUTES [SEED]]}
 */
public final class Fuzz {
  private static final Path FOUND = Path.of("target", "fuzz");

  private Fuzz() {}

  public static void main(String[] args) throws Exception {
    double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 5;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    var targets = Targets.all();
    Duration each = Duration.ofMillis((long) (minutes * 60_000 / targets.size()));
    System.out.println("seed " + seed + ", " + each.toMillis() / 1000.0 + " s for each reader");
    int harmful = 0;
    for (Target target : targets) {
      Trial trial = new Trial(target, new Random(seed));
      long end = System.nanoTime() + each.toNanos();
      var harm = trial.run(() -> System.nanoTime() < end);
      System.out.printf("%-24s %,12d%n", target.name(), trial.count());
      if (harm.isEmpty()) continue;
      harmful++;
      Files.createDirectories(FOUND);
      Path file = FOUND.resolve(target.name().replace(' ', '-') + "-" + seed);
      Files.write(file, harm.get().input());
      System.out.println("  HARM: " + harm.get().what() + ", see " + file);
      Throwable thrown = harm.get().thrown();
      if (thrown != null) thrown.printStackTrace(System.out);
    }
    System.exit(harmful == 0 ? 0 : 1);
  }
}
