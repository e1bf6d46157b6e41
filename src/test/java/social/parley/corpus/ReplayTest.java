package social.parley.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.parley.corpus.Table.Line;
import social.parley.corpus.World.Outcome;
import social.parley.fixtures.Fixtures;
import tools.jackson.databind.JsonNode;

/**
 * Every document that was recorded in the fediverse, and the posts and people that platforms have
 * written down in tests and documents of their own, arrives at a server of ours from a host of its
 * own name, and somebody looks at what came of it through the client API. What she does not see as
 * its author meant it stands in {@code corpus/explained.tsv} with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  private final List<World> worlds = new ArrayList<>();
  private final List<Recording> all = new ArrayList<>();
  private final Table table = new Table();

  Stream<Recording> recordings() {
    if (!Fixtures.areThere()) return Stream.empty();
    for (Fixtures.Entry entry : Fixtures.index())
      if (entry.isRecorded() || entry.isOfAPlatform()) all.add(Recording.of(entry));
    all.removeIf(one -> one.part() == Recording.Part.ASIDE);
    // Of what platforms write down themselves, much is but a fragment, or the end of a story.
    all.removeIf(
        one -> !one.entry().isRecorded() && (one.part() == Recording.Part.DEED || !one.isWhole()));
    return all.stream();
  }

  @AfterAll
  void tell() {
    worlds.forEach(World::close);
    if (all.isEmpty()) return;
    System.out.println(table);
    assertThat(table.unused()).as("explained, but not recorded").isEmpty();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("recordings")
  void isSeenAsTheTableSays(Recording recording) {
    Fixtures.Entry entry = recording.entry();
    table.add(entry.platform(), entry.path(), fate(recording));
  }

  private Line fate(Recording recording) {
    if (!recording.isFarewell()) return fate(recording, world(recording));
    // Where somebody has gone for good, nothing else of theirs can happen.
    try (World world = new World()) {
      return fate(recording, world);
    }
  }

  private static Line fate(Recording recording, World world) {
    return switch (world.replay(recording)) {
      case Outcome.Unseen(String reason) -> new Line("refused", reason);
      case Outcome.Seen(JsonNode seen) -> {
        Set<String> lacks = lacks(recording, seen);
        yield lacks.isEmpty() ? Line.right() : new Line("fallback", String.join(" ", lacks));
      }
    };
  }

  private static Set<String> lacks(Recording recording, JsonNode seen) {
    return switch (recording.part()) {
      case ACTOR -> Comparison.ofActor(recording.read(), seen);
      case BOOST -> boost(recording, seen);
      case DEED -> Set.of();
      default -> Comparison.of(recording.object(), seen);
    };
  }

  private static Set<String> boost(Recording recording, JsonNode seen) {
    JsonNode object = recording.object();
    JsonNode post = object.has("object") ? object.path("object") : object;
    return post.has("content") ? Comparison.of(post, seen) : Set.of();
  }

  /** The first in which nothing of this has happened yet. */
  private World world(Recording recording) {
    for (World world : worlds) if (world.admits(recording)) return world;
    World fresh = new World();
    fresh.furnish(all);
    worlds.add(fresh);
    assertThat(fresh.admits(recording)).isTrue();
    return fresh;
  }
}
