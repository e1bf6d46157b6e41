package social.parley.mastodon.tags;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.tags.TagDay;

/** The Tag entity; what concerns the viewer is absent for strangers. */
public record TagJson(
    String id,
    String name,
    String url,
    List<Day> history,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean following,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean featuring) {

  /** Seconds since 1970 of the day's beginning, and counts, all as texts. */
  public record Day(String day, String accounts, String uses) {
    static Day of(TagDay day) {
      return new Day(
          Long.toString(day.day().atStartOfDay().toEpochSecond(ZoneOffset.UTC)),
          Long.toString(day.accounts()),
          Long.toString(day.uses()));
    }
  }
}
