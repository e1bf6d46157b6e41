package social.parley.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import social.parley.core.Iri;
import social.parley.fetch.Delivered;
import social.parley.fetch.Downloaded;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.signatures.SigningKey;

/** A network of files in memory that remembers what was asked for. */
final class FakeFetcher implements Fetcher {
  final Map<Iri, byte[]> files = new ConcurrentHashMap<>();
  final List<Iri> asked = new CopyOnWriteArrayList<>();

  @Override
  public Fetched get(Iri url, FetchOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Delivered post(
      Iri inbox, byte[] body, String contentType, SigningKey key, Map<String, String> headers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Downloaded download(Iri url, Path to, long maxBytes) {
    asked.add(url);
    byte[] file = files.get(url);
    if (file == null) return new Fetched.Unreachable("no answer", null);
    if (file.length > maxBytes) return new Fetched.Blocked("too large");
    try {
      Files.write(to, file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Downloaded.Saved(url, "text/html", file.length);
  }
}
