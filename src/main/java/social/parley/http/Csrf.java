package social.parley.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import social.parley.config.Settings;
import social.parley.core.Refused;

/**
 * Proof that a form was ours: a token bound to the session cookie, or for people who are not signed
 * in to a cookie of their own. Every token differs, so that compressed pages do not give it away.
 */
public final class Csrf {
  /** The form field that carries the token. */
  public static final String FIELD = "csrf";

  /** The header that scripts send the token in. */
  public static final String HEADER = "X-CSRF-Token";

  private static final String VISITOR = "parley_visitor";
  private static final Duration VISITOR_AGE = Duration.ofDays(1);
  private static final int SALT = 12;
  private static final String ALGORITHM = "HmacSHA256";
  private static final Mac MAC = mac();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Cookies cookies;
  private final RandomGenerator random;
  private final String origin;

  public Csrf(Settings settings, RandomGenerator random) {
    this.cookies = new Cookies(settings);
    this.random = random;
    this.origin = settings.url().origin();
  }

  /** A token for a form or a page of whoever asks. */
  public String token(Context ctx) {
    String secret = secret(ctx);
    if (secret == null) {
      secret = ENCODER.encodeToString(bytes(24));
      cookies.set(ctx, VISITOR, secret, VISITOR_AGE);
      ctx.attribute(VISITOR, secret);
    }
    byte[] salt = bytes(SALT);
    return ENCODER.encodeToString(salt) + "." + ENCODER.encodeToString(mac(secret, salt));
  }

  /**
   * Checks a request that changes something on behalf of a cookie.
   *
   * @throws Refused.Forbidden when it did not come from a page of ours
   */
  public void check(Context ctx) {
    String header = ctx.header(HEADER);
    String given = header != null ? header : Parameters.of(ctx).text(FIELD);
    if (foreign(ctx) || given == null || !valid(ctx, given))
      throw new Refused.Forbidden("This page is too old. Go back, reload it and try again.");
  }

  private boolean foreign(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) return true;
    String from = ctx.header("Origin");
    return from != null && !from.equals("null") && !from.equals(origin);
  }

  private boolean valid(Context ctx, String token) {
    String secret = secret(ctx);
    int dot = token.indexOf('.');
    if (secret == null || dot < 0) return false;
    try {
      byte[] salt = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] given = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      return MessageDigest.isEqual(given, mac(secret, salt));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private @Nullable String secret(Context ctx) {
    String session = cookies.get(ctx, Cookies.SESSION);
    if (session != null && !session.isEmpty()) return session;
    String fresh = ctx.attribute(VISITOR);
    return fresh != null ? fresh : cookies.get(ctx, VISITOR);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] mac(String secret, byte[] salt) {
    try {
      Mac mac = (Mac) MAC.clone();
      mac.init(new SecretKeySpec(("csrf:" + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(salt);
    } catch (GeneralSecurityException | CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** One to clone, as looking for a provider takes longer than what it does. */
  private static Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(new byte[1], ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
