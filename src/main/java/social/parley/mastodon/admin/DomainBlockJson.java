package social.parley.mastodon.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.ApiDates;
import social.parley.moderation.DomainAllow;
import social.parley.moderation.DomainBlock;

/** The Admin::DomainBlock entity. */
record DomainBlockJson(
    String id,
    String domain,
    String digest,
    String createdAt,
    String severity,
    boolean rejectMedia,
    boolean rejectReports,
    @Nullable String privateComment,
    @Nullable String publicComment,
    boolean obfuscate) {

  static DomainBlockJson of(DomainBlock block) {
    return new DomainBlockJson(
        Long.toString(block.id()),
        block.domain(),
        hash(block.domain()),
        ApiDates.of(block.createdAt()),
        Words.name(block.severity()),
        block.rejectMedia(),
        block.rejectReports(),
        block.privateComment(),
        block.publicComment(),
        block.obfuscate());
  }

  /** By which whoever knows the name recognizes it. */
  static String hash(String domain) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(domain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The DomainBlock entity, for everybody who may read the list. */
  record Public(String domain, String digest, String severity, @Nullable String comment) {
    static Public of(DomainBlock block) {
      return new Public(
          block.obfuscate() ? block.obfuscated() : block.domain(),
          hash(block.domain()),
          Words.name(block.severity()),
          block.publicComment());
    }
  }

  /** The Admin::DomainAllow entity. */
  record Allow(String id, String domain, String createdAt) {
    static Allow of(DomainAllow allow) {
      return new Allow(Long.toString(allow.id()), allow.domain(), ApiDates.of(allow.createdAt()));
    }
  }
}
