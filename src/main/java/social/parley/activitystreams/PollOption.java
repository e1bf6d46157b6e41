package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;

/** One answer of a poll; the votes are null while they are hidden. */
public record PollOption(String name, @Nullable Long votes) {}
