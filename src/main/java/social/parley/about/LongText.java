package social.parley.about;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text of several paragraphs as HTML; without a time it comes with the program. */
public record LongText(String html, @Nullable Instant updatedAt) {}
