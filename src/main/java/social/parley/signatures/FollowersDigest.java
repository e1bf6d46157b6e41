package social.parley.signatures;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import social.parley.core.Iri;

/** The order-free digest of a set of followers by which two servers compare them (FEP-8fcf). */
public final class FollowersDigest {
  private FollowersDigest() {}

  /** The SHA-256 digests of all ids, combined by exclusive or, in lower-case hexadecimal. */
  public static String of(Collection<Iri> followers) {
    byte[] all = new byte[32];
    for (Iri follower : followers) {
      byte[] one = Crypto.sha256(follower.value().getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < all.length; i++) all[i] ^= one[i];
    }
    return HexFormat.of().formatHex(all);
  }
}
