package social.parley.media;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import social.parley.core.Iri;
import social.parley.storage.Database;

/**
 * Addresses on this server that stand for pictures of others. Each carries a code that only this
 * server can make, so that nobody can have arbitrary files fetched through it.
 */
final class ProxyAddresses {
  /** What an address asks for; the key names it in the cache. */
  record Asked(String key, ImageShape shape, Iri url) {}

  private static final String SECRET = "proxy";

  private final Iri base;
  private final byte[] secret;

  ProxyAddresses(Iri base, Database database, RandomGenerator random) {
    this.base = base;
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    this.secret =
        database.write(tx -> {
          tx.update(
                  """
                  INSERT INTO media_secrets (name, secret) VALUES (:name, :secret)
                  ON CONFLICT (name) DO NOTHING
                  """)
              .bind("name", SECRET)
              .bind("secret", fresh)
              .execute();
          return tx.query("SELECT secret FROM media_secrets WHERE name = :name")
              .bind("name", SECRET)
              .mapTo(byte[].class)
              .one();
        });
  }

  /** Whether an address is one of this server's files, which need nobody to pass them on. */
  boolean isOwn(Iri address) {
    return address.value().startsWith(base.value() + MediaUrls.PATH);
  }

  Iri of(Iri remote, ImageShape shape) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(remote.value().getBytes(StandardCharsets.UTF_8));
    String path = RemoteMedia.PATH + key(remote, shape) + "/" + name(shape) + "/" + encoded;
    return new Iri(base.value() + path);
  }

  Optional<Asked> read(String key, String shape, String encoded) {
    for (ImageShape one : ImageShape.values())
      if (name(one).equals(shape))
        return decoded(encoded)
            .filter(url -> isOurs(key, url, one))
            .map(url -> new Asked(key, one, url));
    return Optional.empty();
  }

  private boolean isOurs(String key, Iri url, ImageShape shape) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), key(url, shape).getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Iri> decoded(String encoded) {
    try {
      byte[] url = Base64.getUrlDecoder().decode(encoded);
      return Iri.parse(new String(url, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String name(ImageShape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }

  String key(Iri url, ImageShape shape) {
    return key(name(shape), url);
  }

  /** Names in the cache what is made of a file for a purpose. */
  String key(String purpose, Iri url) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((purpose + " " + url.value()).getBytes(StandardCharsets.UTF_8));
      return MediaKeys.letters(mac.doFinal());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
