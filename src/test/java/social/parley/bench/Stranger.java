package social.parley.bench;

import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActorDocument;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.signatures.Algorithm;
import social.parley.signatures.DraftSignature;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;

/** Somebody on another server, who signs what they send. */
record Stranger(Iri iri, String name, String host, KeyPair keys) {
  private static final String TYPE = "application/activity+json";

  /** Checking a signature costs the same whoever else has that key, and making keys takes long. */
  private static final int KEYS = 20;

  /** People spread evenly over hosts {@code h0.localhost}, {@code h1.localhost} and so on. */
  static List<Stranger> some(int number, int hosts, int port) {
    List<KeyPair> keys =
        IntStream.range(0, Math.min(number, KEYS)).mapToObj(_ -> Keys.generateRsa()).toList();
    List<Stranger> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String host = "h" + i % hosts + ".localhost:" + port;
      String name = "person" + i;
      Iri iri = new Iri("http://" + host + "/users/" + name);
      all.add(new Stranger(iri, name, host, keys.get(i % keys.size())));
    }
    return all;
  }

  ActorDocument document() {
    String json =
        """
        {"@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
         "id": "%1$s", "type": "Person", "preferredUsername": "%2$s", "name": "Somebody %2$s",
         "summary": "<p>Writes about <a href='http://%3$s/about'>many</a> things.</p>",
         "inbox": "%1$s/inbox", "outbox": "%1$s/outbox", "followers": "%1$s/followers",
         "following": "%1$s/following", "featured": "%1$s/collections/featured",
         "url": "http://%3$s/@%2$s", "published": "2024-02-03T00:00:00Z", "discoverable": true,
         "icon": {"type": "Image", "mediaType": "image/png", "url": "http://%3$s/avatars/%2$s.png"},
         "attachment": [{"type": "PropertyValue", "name": "Home",
           "value": "<a href='http://%3$s/' rel='me'>http://%3$s/</a>"}],
         "publicKey": {"id": "%1$s#main-key", "owner": "%1$s", "publicKeyPem": "%4$s"}}
        """
            .formatted(
                iri, name, host, Keys.publicPem(keys.getPublic()).strip().replace("\n", "\\n"));
    try {
      return ActivityReader.readActor(Json.parse(json));
    } catch (RuntimeException broken) {
      throw new IllegalStateException(json, broken);
    }
  }

  /** The bytes of a signed request to this inbox. */
  byte[] post(Iri inbox, byte[] body) {
    SigningKey key =
        new SigningKey(new Iri(iri + "#main-key"), iri, keys.getPrivate(), Algorithm.RSA);
    HttpRequestParts parts = HttpRequestParts.of("POST", inbox, Map.of("Content-Type", TYPE), body);
    StringBuilder headers = new StringBuilder("Content-Type: " + TYPE + "\r\n");
    headers.append("User-Agent: bench (+http://").append(host).append("/)\r\n");
    DraftSignature.sign(parts, key, Instant.now())
        .forEach((name, value) -> {
          if (!name.equalsIgnoreCase("host"))
            headers.append(name).append(": ").append(value).append("\r\n");
        });
    return Connection.post(inbox.authority(), parts.path(), headers.toString(), body);
  }
}
