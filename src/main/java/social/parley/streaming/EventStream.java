package social.parley.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/** One stream of server-sent events, written by the thread of its request. */
public class EventStream extends Connection {
  public static final Duration QUIET = Duration.ofSeconds(15);

  private static final int MOST_WAITING = 256;
  private static final byte[] HELLO = ":)\n".getBytes(UTF_8);

  // One line: some programs take the empty line after a comment for the end of an event.
  private static final byte[] STILL_HERE = ":thump\n".getBytes(UTF_8);

  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer = Thread.currentThread();
  private volatile @Nullable Closing ended;

  public EventStream(ActorId person, long token, boolean hearsNotifications) {
    super(person, token, hearsNotifications);
  }

  @Override
  public void send(Message message) {
    if (!waiting.offer(message)) close(Closing.SLOW);
  }

  @Override
  protected void beat() {}

  @Override
  public void close(Closing why) {
    ended = why;
    writer.interrupt();
  }

  /** Writes until either side ends it. */
  public void write(OutputStream out, Duration quiet) {
    try {
      out.write(HELLO);
      out.flush();
      while (ended == null) {
        Message next = waiting.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        out.write(next == null ? STILL_HERE : next.lines().getBytes(UTF_8));
        out.flush();
      }
    } catch (IOException | InterruptedException over) {
      // The reader is gone, or the stream was closed here.
    } finally {
      var unused = Thread.interrupted();
    }
  }
}
