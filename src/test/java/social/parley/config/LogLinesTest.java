package social.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import social.parley.core.Scope;

class LogLinesTest {
  private static LogRecord event(Level level, String logger, String message) {
    LogRecord event = new LogRecord(level, message);
    event.setLoggerName(logger);
    event.setInstant(Instant.parse("2026-11-23T10:00:00.123Z"));
    return event;
  }

  @Test
  void aLineNamesTimeLevelRequestAndPackage() {
    LogRecord event = event(Level.INFO, "social.parley.federation.DeliveryWorker", "delivered");
    assertThat(new LogLines().format(event))
        .isEqualTo("2026-11-23T10:00:00.123Z INFO  federation: delivered\n");
    ScopedValue.where(Scope.REQUEST, "abc123")
        .run(() ->
            assertThat(new LogLines().format(event))
                .isEqualTo("2026-11-23T10:00:00.123Z INFO  [abc123] federation: delivered\n"));
  }

  @Test
  void whatStrangersSendCannotForgeALine() {
    LogRecord event = event(Level.WARNING, "org.example.Thing", "name=a\nERROR \u001b[31m\u2028b");
    assertThat(new LogLines().format(event))
        .isEqualTo("2026-11-23T10:00:00.123Z WARN  Thing: name=a\\nERROR \ufffd[31m\ufffdb\n");
  }

  @Test
  void aBugIsOneLineWithItsCauses() {
    LogRecord event = event(Level.SEVERE, "social.parley.http.Failures", "request failed");
    event.setThrown(new IllegalStateException("outer", new RuntimeException("in\nner")));
    String line = new LogLines().format(event);
    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    assertThat(line)
        .contains("| java.lang.IllegalStateException: outer at LogLinesTest.aBugIsOneLine")
        .contains("| because java.lang.RuntimeException: in\\nner at ");
  }
}
