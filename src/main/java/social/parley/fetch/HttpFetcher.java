package social.parley.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Iri;
import social.parley.core.Scope;
import social.parley.fetch.Redirects.Arrival;
import social.parley.fetch.Transport.Outgoing;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.SigningKey;

/**
 * The fetcher over HTTP/1.1: connects to checked addresses only, follows at most three redirects,
 * and gives up at a deadline or when an answer grows too long.
 */
public final class HttpFetcher implements Network {
  private static final Logger log = LoggerFactory.getLogger(HttpFetcher.class);
  private static final byte[] NOTHING = new byte[0];

  private final FetchSettings settings;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final SafeAddresses addresses;
  private final Transport transport;
  private final SignedRequests signed;
  private final HostRule rule;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();
  private volatile Consumer<String> answered = host -> {};

  public HttpFetcher(FetchSettings settings, MeterRegistry meters, InstantSource clock) {
    this(settings, meters, clock, HostRule.ANYBODY);
  }

  /** One that speaks only with those whom the rule allows. */
  public HttpFetcher(
      FetchSettings settings, MeterRegistry meters, InstantSource clock, HostRule rule) {
    this(settings, meters, clock, InetAddress::getAllByName, rule);
  }

  HttpFetcher(FetchSettings settings, MeterRegistry meters, InstantSource clock, NameLookup names) {
    this(settings, meters, clock, names, HostRule.ANYBODY);
  }

  private HttpFetcher(
      FetchSettings settings,
      MeterRegistry meters,
      InstantSource clock,
      NameLookup names,
      HostRule rule) {
    this.settings = settings;
    this.rule = rule;
    this.clock = clock;
    this.meters = meters;
    this.addresses = new SafeAddresses(settings.allow(), names);
    this.transport = new Transport(settings, addresses);
    this.signed = new SignedRequests(clock);
  }

  @Override
  public void listen(Consumer<String> other) {
    answered = other;
  }

  @Override
  public Fetched get(Iri url, FetchOptions options) {
    Deadline deadline = start(options.deadline());
    long began = System.nanoTime();
    Fetched fetched;
    try {
      Arrival arrival = Redirects.follow(url, address -> ask(address, options, deadline));
      fetched = outcome(arrival);
    } catch (IOException failed) {
      fetched = failure(failed);
    }
    finish("get", url, fetched, began);
    if (fetched instanceof Fetched.Document document)
      answered.accept(document.finalUrl().authority());
    return fetched;
  }

  @Override
  public Fetched call(
      Iri url, byte @Nullable [] body, Map<String, String> headers, FetchOptions options) {
    Deadline deadline = start(options.deadline());
    long began = System.nanoTime();
    Map<String, String> all =
        both(headers, Map.of("Accept", options.accept(), "Accept-Encoding", "gzip"));
    Fetched fetched;
    try {
      WebAddress address = WebAddress.of(url);
      Outgoing request = new Outgoing(body == null ? "GET" : "POST", address, all, body);
      fetched = outcome(new Arrival(url, getDocument(request, options, deadline)));
    } catch (IOException failed) {
      fetched = failure(failed);
    }
    finish("call", url, fetched, began);
    return fetched;
  }

  private Answer ask(WebAddress address, FetchOptions options, Deadline deadline)
      throws IOException {
    refuseUnless(rule.mayAsk(address.authority()));
    Map<String, String> headers =
        both(options.conditions(), Map.of("Accept", options.accept(), "Accept-Encoding", "gzip"));
    SigningKey signer = options.signer();
    if (signer == null)
      return getDocument(new Outgoing("GET", address, headers, null), options, deadline);
    var parts = HttpRequestParts.of("GET", address.ascii(), Map.of(), NOTHING);
    return signed.send(
        parts,
        signer,
        added -> {
          var request = new Outgoing("GET", address, both(headers, added), null);
          return getDocument(request, options, deadline);
        });
  }

  private Fetched outcome(Arrival arrival) {
    Answer answer = arrival.answer();
    if (answer.isOk())
      return new Fetched.Document(
          arrival.url(), answer.status(), answer.contentType(), answer.body(), answer.headers());
    return unusable(answer);
  }

  private Unfetched unusable(Answer answer) {
    if (answer.isPassing())
      return new Fetched.Unreachable(
          "status " + answer.status(), answer.retryAfter(clock.instant()));
    return switch (answer.status()) {
      case 410 -> new Fetched.Gone();
      case 401, 403, 451 -> new Fetched.Denied(answer.status());
      default -> new Fetched.Missing(answer.status());
    };
  }

  @Override
  public Delivered post(
      Iri inbox,
      byte[] body,
      String contentType,
      SigningKey key,
      Map<String, String> extraHeaders) {
    Deadline deadline = start(settings.delivery());
    long began = System.nanoTime();
    Map<String, String> headers = new HashMap<>(extraHeaders);
    headers.put("Content-Type", contentType);
    Delivered delivered;
    try {
      WebAddress address = WebAddress.of(inbox);
      refuseUnless(rule.mayAsk(address.authority()));
      var parts = HttpRequestParts.of("POST", address.ascii(), extraHeaders, body);
      Answer answer =
          signed.send(
              parts,
              key,
              added -> {
                var request = new Outgoing("POST", address, both(headers, added), body);
                return transport.exchange(request, deadline, Answer::receipt);
              });
      delivered = outcome(answer);
    } catch (IOException failed) {
      delivered = undelivered(failure(failed));
    }
    finish("post", inbox, delivered, began);
    return delivered;
  }

  @Override
  public Delivered send(Iri url, byte[] body, Map<String, String> headers) {
    return carry("send", url, body, headers, rule::mayAsk);
  }

  @Override
  public Delivered push(Iri endpoint, byte[] body, Map<String, String> headers) {
    return carry("push", endpoint, body, headers, rule::mayPush);
  }

  private Delivered carry(
      String kind, Iri url, byte[] body, Map<String, String> headers, Predicate<String> allowed) {
    Deadline deadline = start(settings.delivery());
    long began = System.nanoTime();
    Delivered delivered;
    try {
      WebAddress address = WebAddress.of(url);
      refuseUnless(allowed.test(address.authority()));
      var request = new Outgoing("POST", address, headers, body);
      delivered = outcome(transport.exchange(request, deadline, Answer::receipt));
    } catch (IOException failed) {
      delivered = undelivered(failure(failed));
    }
    finish(kind, url, delivered, began);
    return delivered;
  }

  private Delivered outcome(Answer answer) {
    if (answer.isOk()) return new Delivered.Ok(answer.status());
    if (answer.status() == 410) return new Delivered.Gone();
    if (answer.isStumble()) return new Delivered.Stumbled(answer.status(), answer.complaint());
    if (answer.isPassing())
      return new Delivered.Later(answer.retryAfter(clock.instant()), answer.complaint());
    return new Delivered.Refused(answer.status(), answer.complaint());
  }

  private static Delivered undelivered(Unfetched failure) {
    return switch (failure) {
      case Fetched.Gone() -> new Delivered.Gone();
      case Fetched.Missing(int status) -> new Delivered.Refused(status, "missing");
      case Fetched.Denied(int status) -> new Delivered.Refused(status, "denied");
      case Fetched.Blocked(String reason) -> new Delivered.Refused(0, reason);
      case Fetched.Unreachable(String reason, Duration after) -> new Delivered.Later(after, reason);
    };
  }

  @Override
  public Downloaded download(Iri url, Path to, long maxBytes) {
    Deadline deadline = start(settings.download());
    long began = System.nanoTime();
    Downloaded downloaded;
    try {
      Arrival arrival =
          Redirects.follow(
              url,
              address -> {
                refuseUnless(rule.mayDownload(address.authority()));
                return transport.exchange(
                    new Outgoing("GET", address, Map.of("Accept-Encoding", "identity"), null),
                    deadline,
                    (response, abandon) -> save(response, abandon, to, maxBytes));
              });
      Answer answer = arrival.answer();
      downloaded =
          answer.isOk()
              ? new Downloaded.Saved(arrival.url(), answer.contentType(), Files.size(to))
              : unusable(answer);
    } catch (IOException failed) {
      downloaded = failure(failed);
    }
    finish("download", url, downloaded, began);
    return downloaded;
  }

  private static void refuseUnless(boolean allowed) throws BlockedAddress {
    if (!allowed) throw new BlockedAddress("this server does not deal with that one");
  }

  private static Answer save(ClassicHttpResponse response, Runnable abandon, Path to, long maxBytes)
      throws IOException {
    Answer answer = Answer.withoutBody(response);
    if (!answer.isOk()) return Answer.receipt(response, abandon);
    try (OutputStream file = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      BodyReader.copy(response, file, maxBytes);
    } catch (FileSystemException notOurFile) {
      throw notOurFile;
    } catch (IOException incomplete) {
      Files.deleteIfExists(to);
      throw incomplete;
    }
    return answer;
  }

  private Answer getDocument(Outgoing request, FetchOptions options, Deadline deadline)
      throws IOException {
    return transport.exchange(
        request, deadline, (response, abandon) -> Answer.document(response, abandon, options));
  }

  private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static Deadline start(Duration time) {
    if (Scope.WRITING.isBound())
      throw new IllegalStateException("the network must not be used inside a write transaction");
    return Deadline.in(time);
  }

  private void finish(String kind, Iri url, Object outcome, long began) {
    String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    timers
        .computeIfAbsent(
            kind + " " + name,
            _ ->
                Timer.builder("parley.fetch.requests")
                    .description("Requests to other servers by what came of them")
                    .tags("kind", kind, "outcome", name)
                    .register(meters))
        .record(took);
    log.debug("{} host={} outcome={} ms={}", kind, url.host(), name, took.toMillis());
  }

  /** What an exception of the network means to whoever asked. */
  private static Unfetched failure(IOException failed) {
    return switch (failed) {
      case BlockedAddress blocked -> new Fetched.Blocked(text(blocked));
      case BodyReader.Unwanted unwanted -> new Fetched.Blocked(text(unwanted));
      case FileSystemException file -> throw new UncheckedIOException(file);
      case UnknownHostException unknown -> new Fetched.Unreachable(text(unknown), null);
      case InterruptedIOException slow -> new Fetched.Unreachable("timeout", null);
      case SSLException tls -> new Fetched.Unreachable("TLS: " + text(tls), null);
      default -> new Fetched.Unreachable(failed.getClass().getSimpleName(), null);
    };
  }

  private static String text(Exception exception) {
    String message = exception.getMessage();
    return message == null ? exception.getClass().getSimpleName() : message;
  }

  @Override
  public void close() throws IOException {
    transport.close();
    addresses.close();
  }
}
