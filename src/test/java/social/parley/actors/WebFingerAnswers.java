package social.parley.actors;

import java.nio.file.Path;
import java.util.Map;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.fetch.Delivered;
import social.parley.fetch.Downloaded;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.signatures.SigningKey;

/** Reads any bytes as the answer of a server that was asked about a handle. */
public final class WebFingerAnswers implements Fetcher {
  private final byte[] body;

  private WebFingerAnswers(byte[] body) {
    this.body = body;
  }

  public static void read(byte[] body) {
    new WebFinger(new WebFingerAnswers(body))
        .ask("https://one.example", Handle.parse("ada@one.example").orElseThrow());
  }

  @Override
  public Fetched get(Iri url, FetchOptions options) {
    return new Fetched.Document(url, 200, "application/jrd+json", body, Map.of());
  }

  @Override
  public Delivered post(
      Iri inbox, byte[] body, String type, SigningKey key, Map<String, String> extraHeaders) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Downloaded download(Iri url, Path to, long maxBytes) {
    throw new UnsupportedOperationException();
  }
}
