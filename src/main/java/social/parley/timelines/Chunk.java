package social.parley.timelines;

import org.jspecify.annotations.Nullable;

/**
 * Some readers of a post: those by rows after one up to another, and how many rows these are; the
 * tag is that of readers by tag.
 */
record Chunk(Readership readership, @Nullable String tag, long after, long last, int number) {}
