package social.parley.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages samples: a few of many small accidents and tricks at a time. */
final class Damage {
  private static final int LONGEST = 1 << 16;
  private static final int MOST_ACCIDENTS = 6;
  private static final int MOST_REPEATS = 3000;

  /** What readers of all kinds have stumbled over. */
  private static final List<String> TRICKS =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "[[]]",
          "{\"a\":{}}",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\\u",
          "-0",
          "1e999999999",
          "9".repeat(400),
          "0.0000000001",
          "-9223372036854775808",
          "\"@id\":",
          "\"@type\":\"@json\"",
          "\"@context\":[]",
          "\"@context\":null",
          "\"@graph\":[]",
          "\"@included\":[]",
          "\"@reverse\":{}",
          "\"@list\":[]",
          "\"@set\":[]",
          "\"@nest\":{}",
          "\"@container\":\"@id\"",
          "\"@import\":\"x\"",
          "\"@base\":\"http://x/\"",
          "\"@vocab\":\"\"",
          "\"@language\":\"\"",
          "\"id\":\"\"",
          "\"type\":[]",
          "\"type\":\"Create\",",
          "\"object\":",
          "http://",
          "https://[",
          "https://[::1]/",
          "http://a:99999999/",
          "javascript:alert(1)",
          "data:,",
          "urn:x",
          "acct:a@b",
          "@",
          "#",
          "?",
          "%",
          "%00",
          "%zz",
          "\u0000",
          "\r\n",
          "\n",
          "\t",
          "\u2028",
          "\u202e",
          "\ufeff",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:60Z",
          "2026-02-30T25:61:61+99:99",
          "P999999999999Y",
          "\"",
          "\\",
          "'",
          ";",
          ",",
          ",,",
          "=",
          "==",
          ":",
          "::",
          "(",
          ")",
          "((",
          "*",
          "?0",
          "?1",
          ";;",
          "z",
          "u",
          "m",
          "=====",
          "-----BEGIN PUBLIC KEY-----",
          "headers=\"\"",
          "headers=\"(created) (expires)\"",
          "created=-1",
          "expires=9e9",
          "created=99999999999999999999",
          "algorithm=\"none\"",
          "sig1=()",
          "\"@query-param\";name=",
          "\"@signature-params\"",
          "SHA-256=",
          "sha-512=:",
          "<",
          ">",
          "<a href=",
          "&#x110000;");

  private final RandomGenerator random;

  Damage(RandomGenerator random) {
    this.random = random;
  }

  /** One of the samples, damaged; now and then with a piece of another one. */
  byte[] of(List<byte[]> samples) {
    byte[] bytes = any(samples);
    int accidents = 1 + random.nextInt(MOST_ACCIDENTS);
    for (int i = 0; i < accidents; i++) bytes = once(bytes, samples);
    return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
  }

  private byte[] any(List<byte[]> samples) {
    return samples.get(random.nextInt(samples.size()));
  }

  private byte[] once(byte[] bytes, List<byte[]> samples) {
    int from = random.nextInt(bytes.length + 1);
    int to = from + random.nextInt(bytes.length - from + 1);
    return switch (random.nextInt(10)) {
      case 0 -> flipped(bytes);
      case 1 -> replaced(bytes, from, from, trick());
      case 2 -> replaced(bytes, from, to, trick());
      case 3 -> replaced(bytes, from, Math.min(bytes.length, from + 1), trick());
      case 4 -> replaced(bytes, from, to, new byte[0]);
      case 5 -> Arrays.copyOf(bytes, from);
      case 6 -> replaced(bytes, from, from, piece(any(samples)));
      case 7 -> repeated(bytes, from, Math.min(to, from + 40));
      case 8 -> value(bytes);
      default -> replaced(bytes, from, from, new byte[] {(byte) random.nextInt(256)});
    };
  }

  private byte[] flipped(byte[] bytes) {
    if (bytes.length == 0) return bytes;
    byte[] copy = bytes.clone();
    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  private byte[] trick() {
    return TRICKS.get(random.nextInt(TRICKS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] piece(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    return Arrays.copyOfRange(bytes, from, from + random.nextInt(bytes.length - from + 1));
  }

  /** So that things nest, or follow each other, very often. */
  private byte[] repeated(byte[] bytes, int from, int to) {
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    int times = random.nextInt(MOST_REPEATS);
    for (int i = 0; i < times && many.size() < LONGEST; i++) many.writeBytes(part);
    return replaced(bytes, from, to, many.toByteArray());
  }

  /** Puts something else in the place of the value of a JSON member. */
  private byte[] value(byte[] bytes) {
    int start = random.nextInt(bytes.length + 1);
    for (int i = start; i < bytes.length; i++)
      if (bytes[i] == ':') {
        int end = i + 1;
        while (end < bytes.length && ",}]".indexOf(bytes[end]) < 0) end++;
        return replaced(bytes, i + 1, end, trick());
      }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
