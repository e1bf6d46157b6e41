package social.parley.config;

/**
 * How long a post, how many its files and choices, how large an upload may be, and how many
 * reactions one person may leave on a post.
 */
public record Limits(
    int postCharacters, int postAttachments, int pollOptions, long uploadBytes, int reactions) {}
