package social.parley;

import social.parley.actors.Actors;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.moderation.AuditLog;
import social.parley.moderation.DomainBlocks;
import social.parley.moderation.DomainPolicy;
import social.parley.moderation.Enforcement;
import social.parley.moderation.PeerGate;
import social.parley.moderation.ReportInbox;
import social.parley.moderation.Reports;
import social.parley.moderation.Severances;
import social.parley.posts.Posts;

/** What the staff decides, and what keeps to it. */
record Moderation(
    DomainPolicy policy,
    DomainBlocks domains,
    PeerGate gate,
    Enforcement enforcement,
    Severances severances,
    Reports reports,
    ReportInbox reportInbox,
    AuditLog log) {

  static Moderation of(
      Plumbing plumbing, Actors actors, Follows follows, Posts posts, Outbox outbox) {
    var database = plumbing.database();
    var ids = plumbing.ids();
    var clock = plumbing.clock();
    DomainPolicy policy = plumbing.policy();
    AuditLog log = new AuditLog(database, ids, clock);
    Severances severances = new Severances(ids, clock, follows);
    Enforcement enforcement =
        new Enforcement(database, plumbing.jobs(), actors, policy, severances);
    enforcement.handle();
    Reports reports =
        new Reports(plumbing.settings(), database, ids, clock, actors, posts, outbox, log);
    return new Moderation(
        policy,
        new DomainBlocks(database, ids, clock, actors.addresses(), policy, enforcement, log),
        new PeerGate(policy),
        enforcement,
        severances,
        reports,
        new ReportInbox(actors, posts, policy, reports),
        log);
  }
}
