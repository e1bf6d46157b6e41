package social.parley.drafts;

import java.time.Instant;
import social.parley.core.ActorId;

/** Something begun; {@code name} is that of the form it is written in. */
public record SavedDraft(
    long id, ActorId authorId, String name, DraftContent content, Instant savedAt) {}
