package social.parley.mastodon.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Permission;
import social.parley.core.Handle;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.TagLinks;
import social.parley.moderation.figures.Cohort;
import social.parley.moderation.figures.Cohorts;
import social.parley.moderation.figures.Counted;
import social.parley.moderation.figures.Dimension;
import social.parley.moderation.figures.Dimensions;
import social.parley.moderation.figures.Measure;
import social.parley.moderation.figures.Measures;
import social.parley.moderation.figures.Share;
import social.parley.moderation.figures.Span;

/** Figures for the staff: {@code measures}, {@code dimensions} and {@code retention}. */
public final class FiguresApi implements Endpoints {
  private static final int MOST_PARTS = 100;

  private final Staff staff;
  private final Measures measures;
  private final Dimensions dimensions;
  private final Cohorts cohorts;

  public FiguresApi(
      Authorization authorization, Measures measures, Dimensions dimensions, Cohorts cohorts) {
    this.staff = new Staff(authorization);
    this.measures = measures;
    this.dimensions = dimensions;
    this.cohorts = cohorts;
  }

  /** The Admin::Measure entity. */
  record MeasureJson(
      String key,
      @Nullable String unit,
      String total,
      @JsonInclude(Include.NON_NULL) @Nullable String humanValue,
      @JsonInclude(Include.NON_NULL) @Nullable String previousTotal,
      List<PointJson> data) {}

  /** One day of a measure. */
  record PointJson(String date, String value) {}

  /** The Admin::Dimension entity. */
  record DimensionJson(String key, List<ShareJson> data) {}

  /** One part of a dimension. */
  record ShareJson(
      String key,
      String humanKey,
      String value,
      @JsonInclude(Include.NON_NULL) @Nullable String unit,
      @JsonInclude(Include.NON_NULL) @Nullable String humanValue) {}

  /** The Admin::Cohort entity. */
  record CohortJson(String period, String frequency, List<ReturnJson> data) {}

  /** One period of a cohort. */
  record ReturnJson(String date, double rate, String value) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/admin/measures", this::measures);
    routes.post("/api/v1/admin/dimensions", this::dimensions);
    routes.post("/api/v1/admin/retention", this::retention);
  }

  private Parameters given(Context ctx) {
    staff.may(ctx, "admin:read", Permission.VIEW_DASHBOARD);
    return Parameters.of(ctx);
  }

  private void measures(Context ctx) {
    Parameters given = given(ctx);
    Span span = span(given);
    List<MeasureJson> all = new ArrayList<>();
    for (String key : keys(given)) {
      Measure measure = find(Measure.class, key).orElse(null);
      if (measure == null) continue;
      String subject = "";
      if (measure.isOfInstance()) subject = domain(given, key);
      else if (measure.isOfTag()) subject = tag(given, key, span);
      all.add(json(measures.count(measure, span, subject)));
    }
    ctx.json(all);
  }

  private static MeasureJson json(Counted counted) {
    boolean bytes = counted.measure() == Measure.INSTANCE_MEDIA_ATTACHMENTS;
    Long previous = counted.previous();
    return new MeasureJson(
        Words.name(counted.measure()),
        bytes ? "bytes" : null,
        Long.toString(counted.total()),
        bytes ? size(counted.total()) : null,
        previous == null ? null : Long.toString(previous),
        counted.byDay().entrySet().stream()
            .map(day -> new PointJson(date(day.getKey()), Long.toString(day.getValue())))
            .toList());
  }

  private void dimensions(Context ctx) {
    Parameters given = given(ctx);
    Span span = span(given);
    int most = Math.max(1, given.limit("limit", 10, MOST_PARTS));
    List<DimensionJson> all = new ArrayList<>();
    for (String key : keys(given)) {
      Dimension dimension = find(Dimension.class, key).orElse(null);
      if (dimension == null) continue;
      String subject =
          switch (dimension) {
            case TAG_SERVERS, TAG_LANGUAGES -> tag(given, key, span);
            case INSTANCE_ACCOUNTS, INSTANCE_LANGUAGES -> domain(given, key);
            case LANGUAGES, SOURCES, SERVERS, SPACE_USAGE, SOFTWARE_VERSIONS -> "";
          };
      boolean bytes = dimension == Dimension.SPACE_USAGE;
      all.add(
          new DimensionJson(
              key,
              dimensions.divide(dimension, span, subject, most).stream()
                  .map(share -> json(share, bytes))
                  .toList()));
    }
    ctx.json(all);
  }

  private static ShareJson json(Share share, boolean bytes) {
    return new ShareJson(
        share.key(),
        share.name(),
        share.value(),
        bytes ? "bytes" : null,
        bytes ? size(Long.parseLong(share.value())) : null);
  }

  private void retention(Context ctx) {
    Parameters given = given(ctx);
    Cohorts.Frequency frequency =
        Words.of(Cohorts.Frequency.class, "frequency", given.text("frequency"));
    if (frequency == null) throw new Refused.Invalid("frequency", "ERR_BLANK", "can't be blank");
    ctx.json(
        cohorts.of(span(given), frequency).stream()
            .map(cohort -> json(cohort, frequency))
            .toList());
  }

  private static CohortJson json(Cohort cohort, Cohorts.Frequency frequency) {
    return new CohortJson(
        date(cohort.period()),
        Words.name(frequency),
        cohort.returns().stream()
            .map(one -> new ReturnJson(date(one.period()), one.rate(), Long.toString(one.people())))
            .toList());
  }

  /** Keys that do not exist here are left out of the answer. */
  private static List<String> keys(Parameters given) {
    List<String> keys = given.texts("keys");
    if (keys.isEmpty()) throw new Refused.Invalid("keys", "ERR_BLANK", "can't be blank");
    return keys.stream().distinct().toList();
  }

  private static <E extends Enum<E>> Optional<E> find(Class<E> kind, String key) {
    for (E one : kind.getEnumConstants()) if (Words.name(one).equals(key)) return Optional.of(one);
    return Optional.empty();
  }

  private static String domain(Parameters given, String key) {
    String domain = given.in(key).text("domain", "").strip();
    if (domain.isEmpty()) throw new Refused.Invalid(key, "ERR_BLANK", "needs a domain");
    try {
      return Handle.ascii(domain);
    } catch (IllegalArgumentException notOne) {
      throw new Refused.Invalid(key, "ERR_INVALID", "is not a domain");
    }
  }

  /** Its name; a hashtag that nobody has used lately has none, and counts nothing. */
  private String tag(Parameters given, String key, Span span) {
    String id = given.in(key).text("id", "").strip();
    if (id.isEmpty()) throw new Refused.Invalid(key, "ERR_BLANK", "needs the id of a tag");
    return measures.tag(span, name -> TagLinks.id(name).equals(id)).orElse("");
  }

  private static Span span(Parameters given) {
    return new Span(day(given, "start_at"), day(given, "end_at"));
  }

  /** A date, or the beginning of a date with a time. */
  private static LocalDate day(Parameters given, String field) {
    String text = given.text(field, "").strip();
    if (text.isEmpty()) throw new Refused.Invalid(field, "ERR_BLANK", "can't be blank");
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeParseException notOne) {
      throw new Refused.Invalid(field, "ERR_INVALID", "is not a date");
    }
  }

  private static String date(LocalDate day) {
    return ApiDates.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static String size(long bytes) {
    if (bytes < 1024) return bytes + " Bytes";
    String[] units = {"KB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = -1;
    while (value >= 1024 && unit + 1 < units.length) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }
}
