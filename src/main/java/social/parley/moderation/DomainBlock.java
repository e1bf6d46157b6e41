package social.parley.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this community does not want from a domain and its subdomains, and why. */
public record DomainBlock(
    long id,
    String domain,
    Severity severity,
    boolean rejectMedia,
    boolean rejectReports,
    @Nullable String privateComment,
    @Nullable String publicComment,
    boolean obfuscate,
    Instant createdAt) {

  Treatment treatment() {
    return new Treatment(severity, rejectMedia, rejectReports);
  }

  /** The name with its middle letters hidden, for those who need not know it. */
  public String obfuscated() {
    int shown = Math.max(1, domain.length() / 4);
    StringBuilder hidden = new StringBuilder(domain);
    for (int i = shown; i < domain.length() - shown; i++)
      if (domain.charAt(i) != '.') hidden.setCharAt(i, '*');
    return hidden.toString();
  }
}
