package social.parley.mastodon.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.ApiDates;
import social.parley.moderation.Report;

/** The Report entity, as its author sees it. */
public record ReportJson(
    String id,
    boolean actionTaken,
    @Nullable String actionTakenAt,
    String category,
    String comment,
    boolean forwarded,
    String createdAt,
    List<String> statusIds,
    List<String> ruleIds,
    List<String> collectionIds,
    AccountJson targetAccount) {

  /** A report with the account of who is reported. */
  public static ReportJson of(Report report, AccountJson target) {
    Instant resolved = report.resolvedAt();
    return new ReportJson(
        Long.toString(report.id()),
        report.isResolved(),
        resolved == null ? null : ApiDates.of(resolved),
        report.category().name().toLowerCase(Locale.ROOT),
        report.comment(),
        report.forwarded(),
        ApiDates.of(report.createdAt()),
        report.posts().stream().map(Object::toString).toList(),
        report.rules(),
        report.collections().stream().map(Object::toString).toList(),
        target);
  }
}
