package social.parley.signatures;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 that has one spelling for each value, so that a changed letter is a changed value. */
final class Base64Text {
  private Base64Text() {}

  static String write(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes, or null when this is not base64 or has stray bits at its end. */
  static byte @Nullable [] read(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      String again = write(bytes);
      boolean same = again.equals(text) || again.replace("=", "").equals(text);
      return same ? bytes : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
