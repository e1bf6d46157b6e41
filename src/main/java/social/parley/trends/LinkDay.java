package social.parley.trends;

import java.time.LocalDate;

/** How often a link was shared on a day, in UTC, and by how many people. */
public record LinkDay(LocalDate day, long uses, long accounts) {}
