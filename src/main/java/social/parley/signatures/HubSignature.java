package social.parley.signatures;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a hub proves with a shared secret: {@code sha256=} and the HMAC of the body (WebSub 8). */
public final class HubSignature {
  /** Where it stands. */
  public static final String HEADER = "X-Hub-Signature";

  /** SHA-1 as well, which the first hubs know alone; an HMAC of it is not broken. */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private HubSignature() {}

  public static String of(String secret, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(mac("HmacSHA256", secret, body));
  }

  /** Whether the header was made of the body with this secret. */
  public static boolean matches(@Nullable String header, String secret, byte[] body) {
    if (header == null) return false;
    int equal = header.indexOf('=');
    String method = equal < 0 ? null : METHODS.get(header.substring(0, equal).strip());
    if (method == null) return false;
    try {
      byte[] given = HexFormat.of().parseHex(header.substring(equal + 1).strip());
      return MessageDigest.isEqual(given, mac(method, secret, body));
    } catch (IllegalArgumentException notHex) {
      return false;
    }
  }

  private static byte[] mac(String method, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
