package social.parley.moderation.figures;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measure over some days.
 *
 * @param total over the days; about another server, over all time
 * @param previous over as many days before; null where that makes no sense
 * @param byDay in the order of the days, each of them there
 */
public record Counted(
    Measure measure, long total, @Nullable Long previous, Map<LocalDate, Long> byDay) {}
