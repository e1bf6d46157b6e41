package social.parley.collections;

import social.parley.storage.Announcement;

/** A collection is gone with everything in it. */
public record CollectionDeleted(FeaturedCollection collection) implements Announcement {}
