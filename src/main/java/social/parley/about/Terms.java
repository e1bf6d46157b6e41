package social.parley.about;

import java.time.LocalDate;

/** The terms of service as they count from a day on. */
public record Terms(LocalDate effective, String html) {}
