package social.parley.posts;

/** The fetching, in the background, of what other servers have of a conversation or a profile. */
public record Completion(long id, boolean finished, int found) {}
