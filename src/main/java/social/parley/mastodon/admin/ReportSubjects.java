package social.parley.mastodon.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.parley.accounts.Accounts;
import social.parley.accounts.Permission;
import social.parley.accounts.Role;
import social.parley.core.ActorId;
import social.parley.mastodon.notifications.SubjectView;
import social.parley.moderation.Report;
import social.parley.moderation.Reports;
import social.parley.storage.Database;

/** The reports that members of the staff are notified of. */
public final class ReportSubjects implements SubjectView {
  private final Database database;
  private final Accounts accounts;
  private final Reports reports;
  private final AdminReportView view;

  public ReportSubjects(
      Database database, Accounts accounts, Reports reports, AdminReportView view) {
    this.database = database;
    this.accounts = accounts;
    this.reports = reports;
    this.view = view;
  }

  @Override
  public Map<Long, ?> of(ActorId viewer, Collection<Long> rows) {
    Role role = accounts.staffRole(viewer);
    if (role == null || !role.may(Permission.MANAGE_REPORTS)) return Map.of();
    List<Report> found = new ArrayList<>(database.read(db -> reports.byIds(db, rows)));
    List<AdminReportJson> rendered = view.of(viewer, found);
    Map<Long, AdminReportJson> byId = new HashMap<>();
    for (int i = 0; i < found.size(); i++) byId.put(found.get(i).id(), rendered.get(i));
    return byId;
  }
}
