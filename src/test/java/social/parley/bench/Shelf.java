package social.parley.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A running server with something to read in it: who reads, whose posts, which, and a thread. */
record Shelf(
    Api api,
    Supplier<Duration> cpu,
    List<String> tokens,
    List<String> authors,
    List<String> posts,
    String thread) {}
