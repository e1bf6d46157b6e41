package social.parley.fediverse;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A place at a foreign server that keeps what is posted to it, and agrees to what hubs ask there:
 * it gives their challenge back.
 */
public final class Letterbox {
  private final String url;
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> questions = new CopyOnWriteArrayList<>();
  private volatile boolean agrees = true;
  private volatile int status = 202;

  Letterbox(String url) {
    this.url = url;
  }

  /** What was posted; the names of the headers in lower case. */
  public record Letter(String body, Map<String, String> headers) {
    /** Its fields, when it is a form. */
    public Map<String, String> form() {
      return fields(body);
    }
  }

  public String url() {
    return url;
  }

  public List<Letter> letters() {
    return letters;
  }

  public Letter last() {
    return letters.getLast();
  }

  /** The parameters of what it was asked. */
  public List<Map<String, String>> questions() {
    return questions;
  }

  /** Whether it gives challenges back. */
  public void agrees(boolean yes) {
    agrees = yes;
  }

  /** What it answers to what is posted. */
  public void answers(int with) {
    status = with;
  }

  void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
      letters.add(new Letter(new String(body, StandardCharsets.UTF_8), headers));
      exchange.sendResponseHeaders(status, -1);
    } else {
      Map<String, String> question = fields(exchange.getRequestURI().getRawQuery());
      questions.add(question);
      byte[] answer =
          (agrees ? question.getOrDefault("hub.challenge", "") : "no")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }

  private static Map<String, String> fields(@Nullable String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int equal = pair.indexOf('=');
      if (equal > 0) fields.put(pair.substring(0, equal), decode(pair.substring(equal + 1)));
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
