package social.parley;

import social.parley.core.ActorId;
import social.parley.moderation.RelationshipsSevered;
import social.parley.moderation.Report;
import social.parley.moderation.ReportFiled;
import social.parley.moderation.Strike;
import social.parley.moderation.Warned;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifier;
import social.parley.notifications.Occasion;
import social.parley.storage.Tx;

/** Tells the staff of reports, and people of what the staff has decided. */
record ModerationNews(Notifier notifier) {

  void filed(Tx tx, ReportFiled filed) {
    Report report = filed.report();
    for (ActorId one : notifier.staff(tx))
      notifier.tell(
          tx, Occasion.of(one, NotificationType.REPORT, report.reporter()).about(report.id()));
  }

  void severed(Tx tx, RelationshipsSevered severed) {
    ActorId person = severed.person();
    notifier.tell(
        tx, Occasion.of(person, NotificationType.SEVERED, person).about(severed.severance()));
  }

  void warned(Tx tx, Warned warned) {
    Strike strike = warned.strike();
    ActorId person = strike.targetId();
    notifier.tell(tx, Occasion.of(person, NotificationType.WARNING, person).about(strike.id()));
  }
}
