package social.parley.fetch;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.signatures.SigningKey;

/**
 * Fetches ActivityPub documents: an answer that does not call itself one is refused, because files
 * that strangers upload come with other types; a page may name its document once.
 */
public final class DocumentFetch {
  private static final String PROFILE = "https://www.w3.org/ns/activitystreams";

  private final Fetcher fetcher;

  public DocumentFetch(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** The document at this address; signed with the key where one is given. */
  public Fetched get(Iri url, @Nullable SigningKey signer) {
    FetchOptions options = FetchOptions.activity(signer);
    Fetched first = fetcher.get(url, options);
    if (!(first instanceof Fetched.Document page)) return first;
    Optional<Iri> named = isActivity(page.contentType()) ? Optional.empty() : alternate(page);
    Fetched last = named.map(iri -> fetcher.get(iri, options)).orElse(first);
    boolean other = last instanceof Fetched.Document found && !isActivity(found.contentType());
    return other ? new Fetched.Blocked("not an ActivityPub document") : last;
  }

  /** Whether a Content-Type is one of the two that ActivityPub documents have. */
  public static boolean isActivity(String contentType) {
    String type = contentType.strip().toLowerCase(Locale.ROOT);
    int semicolon = type.indexOf(';');
    String name = semicolon < 0 ? type : type.substring(0, semicolon).strip();
    return switch (name) {
      case "application/activity+json" -> true;
      case "application/ld+json" -> type.contains(PROFILE);
      default -> false;
    };
  }

  private static Optional<Iri> alternate(Fetched.Document page) {
    if (!page.contentType().strip().toLowerCase(Locale.ROOT).startsWith("text/html"))
      return Optional.empty();
    for (Element link :
        Jsoup.parse(page.text(), page.finalUrl().value()).select("link[rel~=(?i)\\balternate\\b]"))
      if (isActivity(link.attr("type")))
        return Iri.parse(link.absUrl("href")).filter(page.finalUrl()::sameOrigin);
    return Optional.empty();
  }
}
