package social.parley.media;

/** A file found by one of its two keys. */
public record Keyed(MediaFile file, boolean preview) {}
