package social.parley.appearance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.core.MediaId;

/** One part as it is stored. */
record AppearanceRow(
    Part part,
    String content,
    @Nullable Iri small,
    @Nullable Integer width,
    @Nullable MediaId mediaId,
    Instant changedAt) {
  static AppearanceRow text(Part part, String content, Instant now) {
    return new AppearanceRow(part, content, null, null, null, now);
  }
}
