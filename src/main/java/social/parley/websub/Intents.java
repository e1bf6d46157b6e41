package social.parley.websub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import social.parley.core.Iri;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;

/** Asks callbacks whether what was asked for them is meant (WebSub 5.3). */
public final class Intents {
  private static final int CHALLENGE = 24;
  private static final FetchOptions SHORT =
      FetchOptions.plain("*/*").withMaxBytes(4096).withDeadline(Duration.ofSeconds(10));

  private final Fetcher fetcher;
  private final RandomGenerator random;

  public Intents(Fetcher fetcher, RandomGenerator random) {
    this.fetcher = fetcher;
    this.random = random;
  }

  /** What a callback says. */
  enum Reply {
    AGREED,
    DISAGREED,
    UNHEARD
  }

  Reply ask(HubRequest request) {
    byte[] bytes = new byte[CHALLENGE];
    random.nextBytes(bytes);
    String challenge = HexFormat.of().formatHex(bytes);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("hub.mode", request.mode());
    query.put("hub.topic", request.topic());
    query.put("hub.challenge", challenge);
    if (request.subscribe()) query.put("hub.lease_seconds", Long.toString(request.lease()));
    Iri address = address(request.callback(), query).orElse(null);
    if (address == null) return Reply.DISAGREED;
    return switch (fetcher.get(address, SHORT)) {
      // A redirect is no agreement of this callback.
      case Fetched.Document said
          when said.finalUrl().equals(address) && said.text().equals(challenge) ->
          Reply.AGREED;
      case Fetched.Unreachable _ -> Reply.UNHEARD;
      case Fetched.Document _,
          Fetched.Gone _,
          Fetched.Missing _,
          Fetched.Denied _,
          Fetched.Blocked _ ->
          Reply.DISAGREED;
    };
  }

  /** Tells a callback that it hears no more of a feed; it need not answer. */
  void deny(String callback, String topic, String reason) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("hub.mode", "denied");
    query.put("hub.topic", topic);
    query.put("hub.reason", reason);
    address(callback, query).ifPresent(address -> fetcher.get(address, SHORT));
  }

  /** What the callback has in its own query stays there. */
  private static Optional<Iri> address(String callback, Map<String, String> query) {
    return Iri.parse(
        callback
            + (callback.contains("?") ? "&" : "?")
            + query.entrySet().stream()
                .map(one -> one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&")));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
