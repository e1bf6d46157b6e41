package social.parley.signatures;

import java.util.Arrays;
import java.util.Base64;

/** Bytes as text with a letter in front that names the alphabet: base58btc or base64url. */
final class Multibase {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  // Reading base58 takes quadratic time; an RSA-4096 key needs some 720 letters.
  private static final int LONGEST = 1500;

  private Multibase() {}

  static String write(byte[] bytes) {
    byte[] number = bytes.clone();
    StringBuilder reversed = new StringBuilder();
    int start = 0;
    while (start < number.length && number[start] == 0) start++;
    int zeros = start;
    while (start < number.length) {
      int rest = 0;
      for (int i = start; i < number.length; i++) {
        int value = rest * 256 + (number[i] & 0xff);
        number[i] = (byte) (value / 58);
        rest = value % 58;
      }
      reversed.append(BASE58.charAt(rest));
      while (start < number.length && number[start] == 0) start++;
    }
    reversed.append("1".repeat(zeros));
    return "z" + reversed.reverse();
  }

  static byte[] read(String text) {
    if (text.length() < 2 || text.length() > LONGEST)
      throw new UnusableKey("multibase value of unusual length");
    String letters = text.substring(1);
    return switch (text.charAt(0)) {
      case 'z' -> base58(letters);
      case 'u' -> base64url(letters);
      default -> throw new UnusableKey("unsupported multibase alphabet");
    };
  }

  private static byte[] base58(String letters) {
    byte[] number = new byte[letters.length()];
    int used = number.length;
    int zeros = 0;
    while (zeros < letters.length() && letters.charAt(zeros) == '1') zeros++;
    for (int k = zeros; k < letters.length(); k++) {
      int carry = BASE58.indexOf(letters.charAt(k));
      if (carry < 0) throw new UnusableKey("not base58");
      for (int i = number.length - 1; i >= used || carry > 0; i--) {
        carry += (number[i] & 0xff) * 58;
        number[i] = (byte) carry;
        carry >>= 8;
        used = Math.min(used, i);
      }
    }
    byte[] bytes = new byte[zeros + number.length - used];
    System.arraycopy(number, used, bytes, zeros, number.length - used);
    return bytes;
  }

  private static byte[] base64url(String letters) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(letters);
      byte[] again = Base64.getUrlEncoder().withoutPadding().encode(bytes);
      if (!Arrays.equals(again, MessageSignature.utf8(letters)))
        throw new UnusableKey("not base64url");
      return bytes;
    } catch (IllegalArgumentException notBase64) {
      throw new UnusableKey("not base64url");
    }
  }
}
