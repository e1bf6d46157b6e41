package social.parley.tags;

import java.time.LocalDate;

/** How often a hashtag was used in public on one day (UTC), and by how many people. */
public record TagDay(LocalDate day, long uses, long accounts) {}
