package social.parley.collections;

import social.parley.storage.Announcement;

/** Somebody stands in a collection from now on. */
public record PersonFeatured(FeaturedCollection collection, FeaturedPerson person)
    implements Announcement {}
