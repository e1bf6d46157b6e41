package social.parley.cards;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;

/** Fetches a page, and what it offers for embedding, and makes a preview of both. */
final class PageLook {
  private static final long LONGEST_PAGE = 2 * 1024 * 1024;
  private static final long LONGEST_OFFER = 256 * 1024;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

  private final Fetcher fetcher;

  PageLook(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** What the page says of itself; nothing when it is no page or says nothing. */
  Optional<Preview> at(Iri url) {
    FetchOptions options =
        FetchOptions.plain("text/html, application/xhtml+xml").startOf(LONGEST_PAGE);
    return switch (fetcher.get(url, options)) {
      case Fetched.Document page when isPage(page) -> read(page);
      case Fetched.Document _,
          Fetched.Gone _,
          Fetched.Missing _,
          Fetched.Denied _,
          Fetched.Blocked _,
          Fetched.Unreachable _ ->
          Optional.empty();
    };
  }

  private static boolean isPage(Fetched.Document found) {
    String type = found.contentType().strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
  }

  private Optional<Preview> read(Fetched.Document found) {
    Document page = parsed(found);
    Preview preview = new PageReader(page, found.finalUrl()).preview();
    OEmbedReader.offered(page).ifPresent(offer -> embed(offer, preview));
    return preview.isEmpty() ? Optional.empty() : Optional.of(preview);
  }

  private static Document parsed(Fetched.Document found) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(found.body()),
          charset(found.contentType()),
          found.finalUrl().value());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the header names; the page may name it itself. */
  private static @Nullable String charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    if (!named.find()) return null;
    try {
      return Charset.isSupported(named.group(1)) ? named.group(1) : null;
    } catch (IllegalArgumentException notAName) {
      return null;
    }
  }

  private void embed(Iri offer, Preview preview) {
    FetchOptions options = FetchOptions.plain("application/json").withMaxBytes(LONGEST_OFFER);
    if (fetcher.get(offer, options) instanceof Fetched.Document found)
      OEmbedReader.read(found.body(), preview);
  }
}
