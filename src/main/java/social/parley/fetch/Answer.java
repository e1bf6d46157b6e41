package social.parley.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** An HTTP answer in memory; header names in lower case. */
record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** Enough to keep a connection that served an error page; more is not worth reading. */
  private static final int COMPLAINT = 64 * 1024;

  /** Reads an answer whose body we want: a document of at most that many bytes. */
  static Answer document(ClassicHttpResponse response, Runnable abandon, FetchOptions options)
      throws IOException {
    if (response.getCode() >= 300) return receipt(response, abandon);
    byte[] body =
        options.startOnly()
            ? BodyReader.start(response, abandon, options.maxBytes())
            : BodyReader.read(response, options.maxBytes());
    return new Answer(response.getCode(), headers(response), body);
  }

  /** Reads an answer whose status matters more than its body, of which the start is kept. */
  static Answer receipt(ClassicHttpResponse response, Runnable abandon) throws IOException {
    byte[] body = BodyReader.start(response, abandon, COMPLAINT);
    return new Answer(response.getCode(), headers(response), body);
  }

  /** Only status and headers. */
  static Answer withoutBody(ClassicHttpResponse response) {
    return new Answer(response.getCode(), headers(response), new byte[0]);
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders())
      headers.merge(
          header.getName().toLowerCase(Locale.ROOT),
          header.getValue() == null ? "" : header.getValue(),
          (one, other) -> one + ", " + other);
    return headers;
  }

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** Where to look instead, or null when this is no redirect. */
  @Nullable String location() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> headers.get("location");
      default -> null;
    };
  }

  String contentType() {
    return headers.getOrDefault("content-type", "");
  }

  /** Trying later may help. */
  boolean isPassing() {
    return status == 408 || status == 425 || status == 429 || (status >= 500 && status != 501);
  }

  /**
   * The peer failed over this request, not over all. 401 may pass: it could perhaps not fetch our
   * key just then.
   */
  boolean isStumble() {
    return status == 401 || status == 408 || status == 425 || status == 500;
  }

  /** How long to wait before the next try: Retry-After as seconds or as a date. */
  @Nullable Duration retryAfter(Instant now) {
    String value = headers.get("retry-after");
    if (value == null) return null;
    Duration wait =
        value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value, now);
    if (wait == null || wait.isNegative()) return null;
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(now, then);
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  /** Status and the start of what the peer says about it, fit for one log line. */
  String complaint() {
    if (!contentType().startsWith("application/") && !contentType().startsWith("text/plain"))
      return "status " + status;
    String text = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
    String printable = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return printable.isEmpty() ? "status " + status : "status " + status + ": " + printable;
  }
}
