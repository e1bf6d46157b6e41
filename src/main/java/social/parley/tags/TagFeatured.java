package social.parley.tags;

import social.parley.storage.Announcement;

/** Somebody shows a hashtag on their profile, or no longer does. */
public record TagFeatured(FeaturedTag tag, boolean shown) implements Announcement {}
