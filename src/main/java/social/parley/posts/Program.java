package social.parley.posts;

import org.jspecify.annotations.Nullable;

/** The program that a post was written with, and where it can be had. */
public record Program(String name, @Nullable String website) {}
