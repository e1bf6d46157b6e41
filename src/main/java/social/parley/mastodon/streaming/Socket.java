package social.parley.mastodon.streaming;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.core.Refused;
import social.parley.streaming.Closing;
import social.parley.streaming.Connection;
import social.parley.streaming.Message;
import social.parley.streaming.Streams;

/**
 * One WebSocket, public for Jetty alone; frames wait in line only while an earlier one is on its
 * way.
 */
public final class Socket extends Connection implements Session.Listener.AutoDemanding {
  /** So much text may wait for a reader before it counts as one that does not read. */
  static final int MOST_WAITING = 1 << 20;

  private static final int GOING_AWAY = 1001;
  private static final int NOT_TEXT = 1003;
  private static final int POLICY = 1008;
  private static final int TRY_LATER = 1013;

  private final Streams streams;
  private final Access access;
  private final Consumer<Socket> opened;
  private final BiConsumer<Socket, String> reader;
  private @Nullable Session session;
  private @Nullable Deque<String> waiting;
  private int waitingLength;
  private boolean sending;
  private boolean heard = true;

  /** With what to do once it is open, and what takes the messages of the other side. */
  Socket(
      Streams streams, Access access, Consumer<Socket> opened, BiConsumer<Socket, String> reader) {
    super(access.actor(), access.token().id(), access.covers(StreamNames.NOTIFICATIONS));
    this.streams = streams;
    this.access = access;
    this.opened = opened;
    this.reader = reader;
  }

  Access access() {
    return access;
  }

  private Session session() {
    return Objects.requireNonNull(session);
  }

  @Override
  public void onWebSocketOpen(Session open) {
    session = open;
    try {
      streams.open(this);
    } catch (Refused.TooMany tooMany) {
      open.close(TRY_LATER, tooMany.reason(), Callback.NOOP);
      return;
    }
    opened.accept(this);
  }

  @Override
  public void onWebSocketText(String message) {
    heard();
    reader.accept(this, message);
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    session().close(NOT_TEXT, "Only text is understood here", Callback.NOOP);
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    heard();
  }

  @Override
  public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
    streams.close(this);
    callback.succeed();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    streams.close(this);
  }

  @Override
  public void send(Message message) {
    send(message.frame());
  }

  void send(String frame) {
    synchronized (this) {
      if (!sending) {
        sending = true;
        transmit(frame);
        return;
      }
      if (waitingLength + frame.length() <= MOST_WAITING) {
        if (waiting == null) waiting = new ArrayDeque<>();
        waiting.add(frame);
        waitingLength += frame.length();
        return;
      }
    }
    close(Closing.SLOW);
  }

  private void transmit(String frame) {
    session().sendText(frame, Callback.from(this::sent, _ -> session().disconnect()));
  }

  private synchronized void sent() {
    String next = waiting == null ? null : waiting.poll();
    if (next == null) {
      sending = false;
      waiting = null;
      return;
    }
    waitingLength -= next.length();
    transmit(next);
  }

  @Override
  protected void beat() {
    synchronized (this) {
      if (heard) {
        heard = false;
        session().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        return;
      }
    }
    session().disconnect();
  }

  private synchronized void heard() {
    heard = true;
  }

  @Override
  public void close(Closing why) {
    switch (why) {
      case REVOKED -> session().close(POLICY, "The access token was revoked", Callback.NOOP);
      case STOPPING -> session().close(GOING_AWAY, "The server stops", Callback.NOOP);
      // Whoever reads nothing would not read a farewell.
      case SLOW -> session().disconnect();
    }
  }
}
