package social.parley.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks named, or all: {@code inbox}, {@code flood}, {@code delivery}, {@code posts}
 * (homes and posting), {@code reads}, {@code pages}, {@code start}, {@code streaming}. With {@code
 * --quick} they are a tenth of their size.
 */
final class Bench {
  private static final String QUICK = "--quick";

  @FunctionalInterface
  private interface Benchmark {
    void run() throws Exception;
  }

  private Bench() {}

  public static void main(String[] words) throws Exception {
    boolean quick = Arrays.asList(words).contains(QUICK);
    int part = quick ? 10 : 1;
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("start", () -> new StartBench().run());
    all.put("inbox", () -> new InboxBench(20_000 / part).run());
    all.put("flood", () -> new FloodBench(10_000 / part).run());
    all.put("delivery", () -> new DeliveryBench(5_000 / part).run());
    all.put("posts", () -> new LibraryBench(10_000, 1_000_000 / part).run());
    all.put("reads", () -> new ReadsBench(10_000, 5_000 / part).run());
    all.put("pages", () -> new PagesBench(10_000, 5_000 / part).run());
    all.put("streaming", () -> new StreamingBench(10_000 / part).run());
    List<String> names = Arrays.stream(words).filter(word -> !word.equals(QUICK)).toList();
    if (!all.keySet().containsAll(names)) {
      System.err.println("There are these benchmarks: " + String.join(", ", all.keySet()));
      System.exit(2);
    }
    for (Map.Entry<String, Benchmark> one : all.entrySet())
      if (names.isEmpty() || names.contains(one.getKey())) {
        System.out.println("\n" + one.getKey());
        one.getValue().run();
      }
  }
}
