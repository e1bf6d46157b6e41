package social.parley.posts;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody has voted in the poll of a post. */
public record PollVoted(Post post, ActorId voter) implements Announcement {}
