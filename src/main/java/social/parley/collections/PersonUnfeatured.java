package social.parley.collections;

import social.parley.storage.Announcement;

/** Somebody stands in a collection no more. */
public record PersonUnfeatured(FeaturedCollection collection, FeaturedPerson person)
    implements Announcement {}
