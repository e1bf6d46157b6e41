package social.parley.activitystreams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Question asks: one answer ({@code oneOf}) or several ({@code anyOf}). */
public record PollDocument(
    boolean multiple,
    List<PollOption> options,
    @Nullable Instant endTime,
    boolean closed,
    @Nullable Instant closedAt,
    @Nullable Long votersCount) {
  public PollDocument {
    options = List.copyOf(options);
    closed = closed || closedAt != null;
  }
}
