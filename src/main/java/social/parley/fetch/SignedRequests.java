package social.parley.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.parley.signatures.DraftSignature;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.MessageSignature;
import social.parley.signatures.SigningKey;

/**
 * Signs requests in the form that the host understands: the draft first, since most do, then RFC
 * 9421, then the draft without the query; what worked is remembered for each host.
 */
final class SignedRequests {
  private static final Set<Integer> DISLIKED = Set.of(400, 401);
  // Threads says "no such thing" to a signature that it does not like.
  private static final Set<Integer> DISLIKED_BY_THREADS = Set.of(400, 401, 403, 404, 410);
  private static final Set<String> THREADS =
      Set.of("threads.net", "www.threads.net", "threads.com", "www.threads.com");

  private final InstantSource clock;

  /** What a host took last, where that is not the draft. */
  private final Cache<String, Form> liked =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofDays(1)).build();

  /** Hosts that just took no form at all: they mean us, so they are not asked thrice each time. */
  private final Cache<String, Boolean> unmoved =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  /** The forms of a signature, in the order in which they are tried on a new host. */
  enum Form {
    DRAFT,
    RFC9421,
    DRAFT_WITHOUT_QUERY
  }

  /** Sends a request with these headers added. */
  @FunctionalInterface
  interface Sender {
    Answer send(Map<String, String> added) throws IOException;
  }

  SignedRequests(InstantSource clock) {
    this.clock = clock;
  }

  Answer send(HttpRequestParts request, SigningKey key, Sender sender) throws IOException {
    String host = request.authority();
    Answer first = null;
    for (Form form : forms(host, request.query() != null)) {
      Answer answer = sender.send(sign(form, request, key));
      if (!dislikes(host, answer)) {
        remember(host, form);
        return answer;
      }
      if (first == null) first = answer;
    }
    unmoved.put(host, true);
    if (first == null) throw new IllegalStateException("no form of signature");
    return first;
  }

  private void remember(String host, Form form) {
    unmoved.invalidate(host);
    if (form != Form.DRAFT) liked.put(host, form);
    else liked.invalidate(host);
  }

  private List<Form> forms(String host, boolean query) {
    List<Form> forms = new ArrayList<>(List.of(Form.DRAFT, Form.RFC9421));
    if (query) forms.add(Form.DRAFT_WITHOUT_QUERY);
    Form before = liked.getIfPresent(host);
    if (before != null && forms.remove(before)) forms.addFirst(before);
    return unmoved.getIfPresent(host) == null ? forms : forms.subList(0, 1);
  }

  private Map<String, String> sign(Form form, HttpRequestParts request, SigningKey key) {
    return switch (form) {
      case DRAFT -> DraftSignature.sign(request, key, clock.instant());
      case RFC9421 -> MessageSignature.sign(request, key, clock.instant());
      case DRAFT_WITHOUT_QUERY -> DraftSignature.sign(request.withoutQuery(), key, clock.instant());
    };
  }

  private static boolean dislikes(String host, Answer answer) {
    return (THREADS.contains(host) ? DISLIKED_BY_THREADS : DISLIKED).contains(answer.status());
  }
}
