package social.parley.mastodon.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that listens, over a WebSocket or to events over HTTP. */
public final class Ear implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PATIENCE = 10;

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private @Nullable WebSocket socket;
  private @Nullable Stream<String> lines;

  private Ear() {}

  /** One event: on which stream, if that was said, and its payload as text. */
  public record Heard(List<String> stream, String event, String payload) {
    public JsonNode json() {
      return JSON.readTree(payload);
    }
  }

  /** Listens over a WebSocket at the path, with a token as the subprotocol if there is one. */
  public static Ear socket(String authority, String path, @Nullable String token) {
    Ear ear = new Ear();
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (token != null) builder.subprotocols(token);
    ear.socket = builder.buildAsync(URI.create("ws://" + authority + path), ear.listener()).join();
    if (token != null) assertThat(ear.socket.getSubprotocol()).isEqualTo(token);
    ear.ready();
    return ear;
  }

  private WebSocket.Listener listener() {
    return new WebSocket.Listener() {
      private final StringBuilder text = new StringBuilder();

      @Override
      public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
          heard.add(frame(JSON.readTree(text.toString())));
          text.setLength(0);
        }
        from.request(1);
        return null;
      }

      @Override
      public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end.complete(status);
        return null;
      }

      @Override
      public void onError(WebSocket from, Throwable error) {
        end.complete(1006);
      }
    };
  }

  private static Heard frame(JsonNode frame) {
    List<String> stream = frame.path("stream").valueStream().map(JsonNode::asString).toList();
    return frame.has("error")
        ? new Heard(stream, "error", frame.toString())
        : new Heard(stream, frame.path("event").asString(), frame.path("payload").asString(""));
  }

  /** Listens to events over HTTP; they come after the first line, which is awaited. */
  public static Ear events(String authority, String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + authority + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<Stream<String>> answer = HTTP.send(request, BodyHandlers.ofLines());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      Ear ear = new Ear();
      ear.lines = answer.body();
      Iterator<String> lines = answer.body().iterator();
      assertThat(lines.next()).isEqualTo(":)");
      Thread.ofVirtual().start(() -> ear.read(lines));
      return ear;
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void read(Iterator<String> lines) {
    String event = "";
    try {
      while (lines.hasNext()) {
        String line = lines.next();
        if (line.startsWith("event: ")) event = line.substring(7);
        if (line.startsWith("data: ")) heard.add(new Heard(List.of(), event, line.substring(6)));
        if (line.startsWith(":")) heard.add(new Heard(List.of(), "comment", line));
      }
      end.complete(1000);
    } catch (RuntimeException cut) {
      end.complete(1006);
    }
  }

  public void say(String json) {
    if (socket == null) throw new IllegalStateException("only sockets can be spoken to");
    socket.sendText(json, true).join();
  }

  /** Subscribes, or unsubscribes, and waits until that is done. */
  public void ask(String type, String stream, String... more) {
    StringBuilder json = new StringBuilder("{\"type\":\"" + type + "\",\"stream\":\"" + stream);
    for (int i = 0; i < more.length; i += 2)
      json.append("\",\"").append(more[i]).append("\":\"").append(more[i + 1]);
    say(json.append("\"}").toString());
    ready();
  }

  /** Messages are taken in order, so the answer to this one comes when the others are done. */
  private void ready() {
    say("{\"type\":\"are you there\"}");
    List<Heard> early = new ArrayList<>();
    Heard next = next();
    while (!next.payload().contains("Unknown message type")) {
      early.add(next);
      next = next();
    }
    List<Heard> late = new ArrayList<>();
    heard.drainTo(late);
    heard.addAll(early);
    heard.addAll(late);
  }

  /** The next event, which must come. */
  public Heard next() {
    try {
      Heard next = heard.poll(PATIENCE, TimeUnit.SECONDS);
      if (next == null) throw new AssertionError("nothing was heard");
      return next;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The next event of this name, which must come; others stay for later. */
  public Heard next(String event) {
    List<Heard> others = new ArrayList<>();
    Heard next = next();
    while (!next.event().equals(event)) {
      others.add(next);
      next = next();
    }
    heard.addAll(others);
    return next;
  }

  /** Everything that has come so far. */
  public List<Heard> all() {
    List<Heard> all = new ArrayList<>();
    heard.drainTo(all);
    return all;
  }

  /** How it ended, which it must. */
  public int end() {
    return end.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    if (socket != null) socket.abort();
    if (lines != null) lines.close();
  }
}
