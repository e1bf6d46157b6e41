package social.parley;

import social.parley.moderation.AuditLog;
import social.parley.moderation.CanonicalEmails;
import social.parley.moderation.EmailDomains;
import social.parley.moderation.IpBlocks;
import social.parley.moderation.SignUpGuard;

/** Who may not sign up, or not even knock. */
record Doorkeeping(
    AuditLog log, IpBlocks addresses, EmailDomains emailDomains, CanonicalEmails emails) {

  static Doorkeeping of(Plumbing plumbing) {
    var database = plumbing.database();
    var ids = plumbing.ids();
    var clock = plumbing.clock();
    AuditLog log = new AuditLog(database, ids, clock);
    return new Doorkeeping(
        log,
        new IpBlocks(database, ids, clock, log),
        new EmailDomains(database, ids, clock, log),
        new CanonicalEmails(database, ids, clock, log));
  }

  SignUpGuard guard() {
    return new SignUpGuard(addresses, emailDomains, emails);
  }
}
