package social.parley.actors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a profile's table: clean HTML to show, and the text it was written as. */
public record ProfileField(String name, String html, String source, @Nullable Instant verifiedAt) {}
