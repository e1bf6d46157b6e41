package social.parley.cards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.parley.core.Iri;
import social.parley.fetch.Delivered;
import social.parley.fetch.Downloaded;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.signatures.SigningKey;

/** A web in memory that remembers which pages were asked for. */
final class PaperWeb implements Fetcher {
  private record Page(String type, byte[] body) {}

  private final Map<Iri, Page> pages = new HashMap<>();
  volatile Runnable meanwhile = () -> {};
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  void page(String url, String html) {
    put(url, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  void put(String url, String type, byte[] body) {
    pages.put(new Iri(url), new Page(type, body));
  }

  @Override
  public Fetched get(Iri url, FetchOptions options) {
    asked.add(url.value());
    meanwhile.run();
    Page page = pages.get(url);
    if (page == null) return new Fetched.Missing(404);
    return new Fetched.Document(url, 200, page.type(), page.body(), Map.of());
  }

  @Override
  public Delivered post(
      Iri inbox, byte[] body, String type, SigningKey key, Map<String, String> extraHeaders) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Downloaded download(Iri url, Path to, long maxBytes) {
    asked.add(url.value());
    Page page = pages.get(url);
    if (page == null) return new Fetched.Missing(404);
    try {
      Files.write(to, page.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Downloaded.Saved(url, page.type(), page.body().length);
  }
}
