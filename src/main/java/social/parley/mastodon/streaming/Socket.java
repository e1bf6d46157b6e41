package social.parley.mastodon.streaming;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.streaming.Closing;
import social.parley.streaming.Connection;
import social.parley.streaming.Message;
import social.parley.streaming.Streams;

/**
 * One WebSocket, public for Jetty alone; frames wait in line only while an earlier one is on its
 * way, or before it is open.
 */
public final class Socket extends Connection implements Session.Listener.AutoDemanding {
  /** So much text may wait for a reader before it counts as one that does not read. */
  static final int MOST_WAITING = 1 << 20;

  private static final int GOING_AWAY = 1001;
  private static final int NOT_TEXT = 1003;
  private static final int POLICY = 1008;

  private final Streams streams;
  private final Access access;
  private final BiConsumer<Socket, String> reader;
  private volatile @Nullable Session session;
  private volatile @Nullable Closing ended;
  private @Nullable Deque<String> waiting;
  private int waitingLength;

  /** True at first, too: nothing can be sent before the socket is open. */
  private boolean sending = true;

  private boolean heard = true;

  /** With what takes the messages of the other side. */
  Socket(Streams streams, Access access, BiConsumer<Socket, String> reader) {
    super(access.actor(), access.token().id(), access.covers(StreamNames.NOTIFICATIONS));
    this.streams = streams;
    this.access = access;
    this.reader = reader;
  }

  Access access() {
    return access;
  }

  private void open(Consumer<Session> then) {
    Session open = session;
    if (open != null) then.accept(open);
  }

  @Override
  public void onWebSocketOpen(Session open) {
    session = open;
    Closing already = ended;
    if (already == null) sent();
    else close(already);
  }

  @Override
  public void onWebSocketText(String message) {
    heard();
    reader.accept(this, message);
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    open(it -> it.close(NOT_TEXT, "Only text is understood here", Callback.NOOP));
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
    open(it -> it.sendText(frame, Callback.from(this::sent, _ -> it.disconnect())));
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

  private synchronized void heard() {
    heard = true;
  }

  private synchronized boolean wasHeard() {
    boolean was = heard;
    heard = false;
    return was;
  }

  @Override
  protected void beat() {
    if (wasHeard()) open(it -> it.sendPing(ByteBuffer.allocate(0), Callback.NOOP));
    // One that never came to be open has nobody else to end it.
    else if (session == null) streams.close(this);
    else open(Session::disconnect);
  }

  @Override
  public void close(Closing why) {
    ended = why;
    switch (why) {
      case REVOKED -> open(it -> it.close(POLICY, "The access token was revoked", Callback.NOOP));
      case STOPPING -> open(it -> it.close(GOING_AWAY, "The server stops", Callback.NOOP));
      // Whoever reads nothing would not read a farewell.
      case SLOW -> open(Session::disconnect);
    }
  }
}
