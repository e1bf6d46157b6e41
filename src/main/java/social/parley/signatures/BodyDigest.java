package social.parley.signatures;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The digest of a body, in the older {@code Digest} header and in {@code Content-Digest}. */
final class BodyDigest {
  private BodyDigest() {}

  /** The value of the {@code Digest} header; the name in capitals, since Threads wants it so. */
  static String digest(byte[] body) {
    return "SHA-256=" + Base64Text.write(Crypto.sha256(body));
  }

  /** The value of the {@code Content-Digest} header (RFC 9530). */
  static String contentDigest(byte[] body) {
    return "sha-256=:" + Base64Text.write(Crypto.sha256(body)) + ":";
  }

  /** Why the {@code Digest} header does not fit the body, or null when it does. */
  static @Nullable String refuseDigest(String header, byte[] body) {
    boolean known = false;
    for (String part : header.split(",")) {
      int equals = part.indexOf('=');
      if (equals < 0) return "Digest header cannot be read";
      String algorithm = algorithm(part.substring(0, equals).strip().toLowerCase(Locale.ROOT));
      if (algorithm == null) continue;
      known = true;
      byte[] given = Base64Text.read(part.substring(equals + 1).strip());
      if (given == null) return "Digest header cannot be read";
      if (!MessageDigest.isEqual(given, Crypto.digest(algorithm, body)))
        return "Digest does not fit the body";
    }
    return known ? null : "unsupported Digest algorithm";
  }

  /** Why the {@code Content-Digest} header does not fit the body, or null when it does. */
  static @Nullable String refuseContentDigest(String header, byte[] body) {
    Map<String, StructuredFields.Member> members;
    try {
      members = StructuredFields.dictionary(header);
    } catch (MalformedSignature unreadable) {
      return "Content-Digest cannot be read";
    }
    boolean known = false;
    for (var member : members.entrySet()) {
      String algorithm = algorithm(member.getKey());
      if (algorithm == null) continue;
      known = true;
      byte[] given = member.getValue().bytes();
      if (given == null) return "Content-Digest cannot be read";
      if (!MessageDigest.isEqual(given, Crypto.digest(algorithm, body)))
        return "Content-Digest does not fit the body";
    }
    return known ? null : "unsupported Content-Digest algorithm";
  }

  private static @Nullable String algorithm(String name) {
    return switch (name) {
      case "sha-256" -> "SHA-256";
      case "sha-512" -> "SHA-512";
      default -> null;
    };
  }
}
