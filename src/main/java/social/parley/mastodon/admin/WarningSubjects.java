package social.parley.mastodon.admin;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.AccountView;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.notifications.SubjectView;
import social.parley.moderation.Report;
import social.parley.moderation.Reports;
import social.parley.moderation.Strike;
import social.parley.moderation.Strikes;
import social.parley.storage.Database;

/** The warnings that people are notified of, as AccountWarning entities. */
public final class WarningSubjects implements SubjectView {
  private final Database database;
  private final Actors actors;
  private final Reports reports;
  private final AccountView view;
  private final Strikes strikes = new Strikes();

  public WarningSubjects(Database database, Actors actors, Reports reports, AccountView view) {
    this.database = database;
    this.actors = actors;
    this.reports = reports;
    this.view = view;
  }

  /** The AccountWarning entity; there are no appeals by way of the API. */
  record Json(
      String id,
      String action,
      String text,
      List<String> statusIds,
      String createdAt,
      AccountJson targetAccount,
      @Nullable String appeal) {}

  @Override
  public Map<Long, ?> of(ActorId viewer, Collection<Long> rows) {
    List<Strike> found =
        database.read(db -> strikes.byIds(db, rows)).stream()
            .filter(strike -> strike.targetId().equals(viewer))
            .toList();
    if (found.isEmpty()) return Map.of();
    List<Long> about =
        found.stream().map(Strike::reportId).filter(Objects::nonNull).distinct().toList();
    Map<Long, Report> named =
        database.read(db -> reports.byIds(db, about)).stream()
            .collect(Collectors.toMap(Report::id, report -> report));
    Actor target = actors.byId(viewer).orElseThrow(Refused.NotFound::new);
    AccountJson account = view.of(target);
    Map<Long, Json> warnings = new HashMap<>();
    for (Strike strike : found)
      warnings.put(strike.id(), json(strike, named.get(strike.reportId()), account));
    return warnings;
  }

  private static Json json(Strike strike, @Nullable Report report, AccountJson target) {
    return new Json(
        Long.toString(strike.id()),
        Words.name(strike.action()),
        strike.text(),
        report == null ? List.of() : report.posts().stream().map(Object::toString).toList(),
        ApiDates.of(strike.createdAt()),
        target,
        null);
  }
}
