package social.parley.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.config.Settings;
import social.parley.core.Iri;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys by which push services know this server (RFC 8292), made when they are first needed and
 * kept in the database: subscriptions are bound to them.
 */
public final class VapidKeys {
  private static final Duration VALID = Duration.ofHours(12);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Settings settings;
  private final Database database;
  private final Clock clock;
  private volatile @Nullable Pair pair;

  private record Row(String publicKey, String privateKey) {}

  private record Pair(String publicKey, PrivateKey privateKey) {}

  public VapidKeys(Settings settings, Database database, Clock clock) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
  }

  /** The public key in base64url, as apps hand it to their push service. */
  public String publicKey() {
    return pair().publicKey();
  }

  private Pair pair() {
    Pair known = pair;
    if (known != null) return known;
    Row row = database.read(VapidKeys::row).orElseGet(this::make);
    Pair read =
        new Pair(row.publicKey(), P256.privateKey(Base64.getUrlDecoder().decode(row.privateKey())));
    pair = read;
    return read;
  }

  private static Optional<Row> row(Reading db) {
    return db.query("SELECT public_key, private_key FROM vapid_keys").mapTo(Row.class).findOne();
  }

  private Row make() {
    KeyPair made = P256.generate();
    return database.write(tx -> {
      tx.update(
              """
              INSERT INTO vapid_keys (id, public_key, private_key, created_at)
              VALUES (1, :public, :private, :now) ON CONFLICT DO NOTHING\
              """)
          .bind("public", AppKeys.text(P256.bytes((ECPublicKey) made.getPublic())))
          .bind("private", AppKeys.text(made.getPrivate().getEncoded()))
          .bind("now", clock.instant())
          .execute();
      return row(tx).orElseThrow();
    });
  }

  /** A token that says to the service of this endpoint who we are (RFC 8292, section 2). */
  String token(Iri endpoint) {
    Instant until = clock.instant().plus(VALID);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", origin(endpoint));
    claims.put("exp", until.getEpochSecond());
    claims.put("sub", contact());
    String signed = part(Map.of("typ", "JWT", "alg", "ES256")) + "." + part(claims);
    return signed + "." + AppKeys.text(sign(signed.getBytes(UTF_8)));
  }

  private String contact() {
    String mail = settings.about().contact();
    return mail.isBlank() ? settings.url().value() : "mailto:" + mail;
  }

  private static String part(Map<String, ?> members) {
    return AppKeys.text(JSON.writeValueAsBytes(members));
  }

  private static String origin(Iri endpoint) {
    String url = endpoint.value();
    int path = url.indexOf('/', url.indexOf("://") + 3);
    return path < 0 ? url : url.substring(0, path);
  }

  private byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair().privateKey());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
