package social.parley.config;

/** How long a post, how many its files and choices, and how large an upload may be. */
public record Limits(int postCharacters, int postAttachments, int pollOptions, long uploadBytes) {}
