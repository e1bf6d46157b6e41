package social.parley.timelines;

/**
 * Some readers of a post: up to which of the rows that make them readers, and whether there may be
 * others after it.
 */
record Chunk(long last, boolean full) {}
