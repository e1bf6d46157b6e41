package social.parley;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import social.parley.actors.Actors;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.admin.AdminAccountView;
import social.parley.mastodon.admin.AdminAccountsApi;
import social.parley.mastodon.admin.AdminReportView;
import social.parley.mastodon.admin.AdminReportsApi;
import social.parley.mastodon.admin.DomainsApi;
import social.parley.mastodon.admin.FiguresApi;
import social.parley.mastodon.admin.InstanceBlocksApi;
import social.parley.mastodon.admin.PresenceFilter;
import social.parley.mastodon.admin.ReportSubjects;
import social.parley.mastodon.admin.ReportsApi;
import social.parley.mastodon.admin.SeveranceSubjects;
import social.parley.mastodon.admin.SignUpBlocksApi;
import social.parley.mastodon.admin.WarningSubjects;
import social.parley.mastodon.notifications.SubjectView;
import social.parley.moderation.AuditLog;
import social.parley.moderation.DomainBlocks;
import social.parley.moderation.DomainPolicy;
import social.parley.moderation.Enforcement;
import social.parley.moderation.PeerGate;
import social.parley.moderation.PeopleList;
import social.parley.moderation.Presence;
import social.parley.moderation.ReportInbox;
import social.parley.moderation.Reports;
import social.parley.moderation.Sanctions;
import social.parley.moderation.Severances;
import social.parley.moderation.figures.Cohorts;
import social.parley.moderation.figures.Dimensions;
import social.parley.moderation.figures.Measures;
import social.parley.notifications.NotificationType;
import social.parley.posts.Posts;

/** What the staff decides, and what keeps to it. */
record Moderation(
    Doorkeeping doors,
    DomainPolicy policy,
    DomainBlocks domains,
    PeerGate gate,
    Enforcement enforcement,
    Severances severances,
    Reports reports,
    ReportInbox reportInbox,
    Sanctions sanctions,
    Presence presence,
    PeopleList list) {

  static Moderation of(
      Plumbing plumbing,
      Doorkeeping doors,
      People people,
      Actors actors,
      Follows follows,
      Posts posts,
      Outbox outbox) {
    var database = plumbing.database();
    var ids = plumbing.ids();
    var clock = plumbing.clock();
    DomainPolicy policy = plumbing.policy();
    AuditLog log = doors.log();
    Severances severances = new Severances(ids, clock, follows);
    Enforcement enforcement =
        new Enforcement(database, plumbing.jobs(), actors, policy, severances);
    enforcement.handle();
    Reports reports =
        new Reports(plumbing.settings(), database, ids, clock, actors, posts, outbox, log);
    Sanctions sanctions =
        new Sanctions(
            new Sanctions.Needs(
                plumbing.settings(),
                database,
                ids,
                clock,
                plumbing.jobs(),
                actors,
                people.accounts(),
                people.lockout(),
                people.mails(),
                follows,
                posts,
                outbox,
                enforcement,
                severances,
                reports,
                doors.emails(),
                log));
    sanctions.handle();
    Presence presence = new Presence(database, clock);
    plumbing.jobs().every(Duration.ofHours(24), "moderation.addresses", presence::tidy);
    plumbing.jobs().every(Duration.ofHours(24), "moderation.doors", doors.addresses()::tidy);
    return new Moderation(
        doors,
        policy,
        new DomainBlocks(database, ids, clock, actors.addresses(), policy, enforcement, log),
        new PeerGate(policy),
        enforcement,
        severances,
        reports,
        new ReportInbox(actors, posts, policy, reports),
        sanctions,
        presence,
        new PeopleList(database));
  }

  private AdminAccountView accountView(Views views, Plumbing plumbing, Features features) {
    return new AdminAccountView(plumbing.database(), features.actors(), list, views.accounts());
  }

  private AdminReportView reportView(Views views, Plumbing plumbing, Features features) {
    AdminAccountView accounts = accountView(views, plumbing, features);
    return new AdminReportView(
        views,
        plumbing.settings(),
        plumbing.database(),
        features.posts(),
        accounts,
        features.curating().collections(),
        features.curating().view(views));
  }

  /** How notifications show what they are about. */
  Map<NotificationType, SubjectView> subjects(Views views, Plumbing plumbing, Features features) {
    var database = plumbing.database();
    var accounts = features.people().accounts();
    return Map.of(
        NotificationType.REPORT,
        new ReportSubjects(database, accounts, reports, reportView(views, plumbing, features)),
        NotificationType.WARNING,
        new WarningSubjects(database, features.actors(), reports, views.accounts()),
        NotificationType.SEVERED,
        new SeveranceSubjects(database, severances));
  }

  List<Endpoints> endpoints(Views views, Plumbing plumbing, Features features) {
    AdminAccountView accounts = accountView(views, plumbing, features);
    return List.of(
        new PresenceFilter(views.authorization(), presence),
        new ReportsApi(
            views,
            features.actors(),
            reports,
            features.curating().collections(),
            plumbing.limits()),
        new DomainsApi(views, domains),
        new InstanceBlocksApi(plumbing.settings(), views.authorization(), domains),
        new AdminAccountsApi(views, list, sanctions, accounts),
        new AdminReportsApi(views, reports, reportView(views, plumbing, features)),
        new FiguresApi(
            views.authorization(),
            new Measures(plumbing.database()),
            new Dimensions(plumbing.database(), Version.NUMBER),
            new Cohorts(plumbing.database())),
        new SignUpBlocksApi(views, doors.addresses(), doors.emailDomains(), doors.emails()));
  }
}
