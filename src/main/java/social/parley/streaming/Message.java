package social.parley.streaming;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One event as it is sent, written out once however many receive it. */
public final class Message {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> words;
  private final String event;
  private final @Nullable String payload;
  private volatile @Nullable String frame;
  private volatile @Nullable String lines;

  /** The payload is JSON, or a bare word; without one the event says all. */
  public Message(List<String> words, String event, @Nullable String payload) {
    this.words = List.copyOf(words);
    this.event = event;
    this.payload = payload;
  }

  private record Frame(List<String> stream, String event) {}

  private record FullFrame(List<String> stream, String event, String payload) {}

  /** For a WebSocket: which stream, which event, and the payload as a string. */
  public String frame() {
    String known = frame;
    if (known != null) return known;
    String body = payload;
    String made =
        JSON.writeValueAsString(
            body == null ? new Frame(words, event) : new FullFrame(words, event, body));
    frame = made;
    return made;
  }

  /** For an event stream; no payload has line breaks in it. */
  public String lines() {
    String known = lines;
    if (known != null) return known;
    String made = "event: " + event + "\ndata: " + (payload == null ? "null" : payload);
    lines = made + "\n\n";
    return made + "\n\n";
  }
}
