package social.parley.actors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** A network that consists of the documents a test has written down. */
final class PaperFetcher implements Fetcher {
  final Map<String, Fetched> answers = new HashMap<>();
  final List<String> asked = new ArrayList<>();

  void put(String url, String body) {
    answers.put(url, document(url, body));
  }

  static Fetched document(String finalUrl, String body) {
    return new Fetched.Document(
        new Iri(finalUrl),
        200,
        "application/activity+json",
        body.getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  /** An actor at this address, and what WebFinger says about it on the same host. */
  void putActor(String id, String name, String key) {
    put(id, actor(id, name, id + "#main-key", key));
    putWebFinger(new Iri(id).authority(), name + "@" + new Iri(id).authority(), id);
  }

  static String actor(String id, String name, String keyId, String pem) {
    return """
    {"@context": "https://www.w3.org/ns/activitystreams", "id": "%s", "type": "Person",
     "preferredUsername": "%s", "name": "The %s", "inbox": "%s/inbox",
     "publicKey": {"id": "%s", "owner": "%s", "publicKeyPem": "%s"}}
    """
        .formatted(id, name, name, id, keyId, id, pem.replace("\n", "\\n"));
  }

  void putWebFinger(String host, String handle, String self) {
    put(
        "https://" + host + "/.well-known/webfinger?resource=acct%3A" + handle.replace("@", "%40"),
        """
        {"subject": "acct:%s", "links": [
          {"rel": "self", "type": "application/activity+json", "href": "%s"}]}
        """
            .formatted(handle, self));
  }

  @Override
  public Fetched get(Iri url, FetchOptions options) {
    asked.add(url.value());
    return answers.getOrDefault(url.value(), new Fetched.Missing(404));
  }

  @Override
  public Delivered post(
      Iri inbox, byte[] body, String contentType, SigningKey key, Map<String, String> extra) {
    throw new UnsupportedOperationException("nothing is delivered here");
  }

  @Override
  public Downloaded download(Iri url, Path to, long maxBytes) {
    throw new UnsupportedOperationException("nothing is downloaded here");
  }
}
