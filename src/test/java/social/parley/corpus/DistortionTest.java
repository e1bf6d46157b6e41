package social.parley.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.fixtures.Fixtures;

/**
 * What was recorded in the fediverse arrives with some of its values replaced by nonsense. It may
 * be taken or refused, but it is nobody's fault here: nothing of it is a bug, and whoever reads
 * what has come of it gets an answer.
 */
class DistortionTest {
  private static final int WORLDS = 4;
  private static final Logger LOGGER = Logger.getLogger("social.parley");

  private final List<String> bugs = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          if (record.getLevel().intValue() >= Level.SEVERE.intValue())
            bugs.add(record.getMessage() + " " + trace(record.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private static String trace(Throwable thrown) {
    if (thrown == null) return "";
    StringBuilder told = new StringBuilder(thrown.toString());
    for (StackTraceElement one : List.of(thrown.getStackTrace()).subList(0, 8))
      told.append("\n    at ").append(one);
    return told.toString();
  }

  @BeforeEach
  void listen() {
    LOGGER.addHandler(listener);
  }

  @AfterEach
  void leave() {
    LOGGER.removeHandler(listener);
  }

  @Test
  void nonsenseIsNobodysFault() {
    if (!Fixtures.areThere()) return;
    List<Recording> recordings =
        Fixtures.index().stream()
            .filter(Fixtures.Entry::isRecorded)
            .map(Recording::of)
            .filter(one -> one.part() != Recording.Part.ASIDE && !one.isFarewell())
            .toList();
    for (int seed = 0; seed < WORLDS; seed++) {
      Distortion distortion = new Distortion(seed);
      try (World world = new World()) {
        for (int i = seed; i < recordings.size(); i += WORLDS)
          arrives(world, recordings.get(i), distortion);
      }
    }
    assertThat(bugs).isEmpty();
  }

  private void arrives(World world, Recording recording, Distortion distortion) {
    int before = bugs.size();
    try {
      world.replay(recording.as(distortion.of(recording.document())));
    } catch (RuntimeException | AssertionError unanswered) {
      // The replay looks up what the distorted document names, which need not be an address.
    }
    for (String list : List.of("timelines/home", "timelines/public", "notifications"))
      world.ada().get("/api/v1/" + list + "?limit=40");
    if (bugs.size() > before) bugs.add("by " + recording);
  }
}
