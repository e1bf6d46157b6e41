package social.parley.config;

import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;
import social.parley.core.Scope;

/**
 * Writes every event as one line: time, level, request or job id where there is one, the package it
 * comes from and the message; whatever a stranger sent cannot break the line.
 */
public final class LogLines extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String OURS = "social.parley.";
  private static final String LOG_MANAGER = "java.util.logging.manager";
  private static final int MOST_FRAMES = 12;
  private static final int MOST_CAUSES = 4;

  /** Sends all log lines of this process to a stream; libraries only speak up when it matters. */
  public static void install(Level level, PrintStream out) {
    if (System.getProperty(LOG_MANAGER) == null)
      System.setProperty(LOG_MANAGER, Lasting.class.getName());
    Handler handler = new Flushing(out);
    handler.setLevel(Level.ALL);
    Logger root = Logger.getLogger("");
    for (Handler before : root.getHandlers()) root.removeHandler(before);
    root.addHandler(handler);
    root.setLevel(Level.WARNING);
    KeptLogger.OURS.setLevel(level);
    KeptLogger.LUCENE.setLevel(Level.SEVERE);
    KeptLogger.LINKED_DATA.setLevel(Level.SEVERE);
  }

  @Override
  public String format(LogRecord event) {
    StringBuilder line = new StringBuilder(120);
    TIME.formatTo(event.getInstant(), line);
    line.append(' ').append(level(event.getLevel())).append(' ');
    if (Scope.REQUEST.isBound()) line.append('[').append(Scope.REQUEST.get()).append("] ");
    line.append(area(event.getLoggerName())).append(": ");
    appendSafely(line, formatMessage(event));
    appendThrown(line, event.getThrown());
    return line.append('\n').toString();
  }

  private static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) return "ERROR";
    if (value >= Level.WARNING.intValue()) return "WARN ";
    return value >= Level.INFO.intValue() ? "INFO " : "DEBUG";
  }

  /** The package of ours that speaks, or the class of somebody else's. */
  private static String area(@Nullable String logger) {
    if (logger == null || logger.isEmpty()) return "root";
    int last = logger.lastIndexOf('.');
    if (!logger.startsWith(OURS)) return logger.substring(last + 1);
    int end = logger.indexOf('.', OURS.length());
    return end < 0 ? "parley" : logger.substring(OURS.length(), end);
  }

  private static void appendThrown(StringBuilder line, @Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
      line.append(i == 0 ? " | " : " | because ").append(cause.getClass().getName());
      String message = cause.getMessage();
      if (message != null) appendSafely(line.append(": "), message);
      StackTraceElement[] frames = cause.getStackTrace();
      for (int f = 0; f < Math.min(frames.length, MOST_FRAMES); f++)
        line.append(f == 0 ? " at " : " < ").append(frame(frames[f]));
    }
  }

  private static String frame(StackTraceElement frame) {
    String type = frame.getClassName();
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return simple + "." + frame.getMethodName() + ":" + frame.getLineNumber();
  }

  private static void appendSafely(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') line.append("\\n");
      else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') line.append('\ufffd');
      else line.append(c);
    }
  }

  /** Java's own takes the handlers away as soon as the process begins to end. */
  public static final class Lasting extends LogManager {
    @Override
    public void reset() {}
  }

  /** Java forgets the level of a logger that nobody holds on to. */
  private static final class KeptLogger {
    static final Logger OURS = Logger.getLogger("social.parley");

    /** It recommends a module that is not part of Java yet. */
    static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal");

    /** It warns of every odd address in what strangers send. */
    static final Logger LINKED_DATA = Logger.getLogger("com.apicatalog");
  }

  private static final class Flushing extends StreamHandler {
    Flushing(PrintStream out) {
      super(out, new LogLines());
    }

    @Override
    public synchronized void publish(LogRecord event) {
      super.publish(event);
      flush();
    }

    @Override
    public synchronized void close() {
      // Standard error is not ours to close.
      flush();
    }
  }
}
