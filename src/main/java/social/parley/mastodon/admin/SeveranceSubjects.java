package social.parley.mastodon.admin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.notifications.SubjectView;
import social.parley.moderation.RelationshipsSevered;
import social.parley.moderation.Severances;
import social.parley.storage.Database;

/** What decisions of the staff have cost somebody, as RelationshipSeveranceEvent entities. */
public final class SeveranceSubjects implements SubjectView {
  private final Database database;
  private final Severances severances;

  public SeveranceSubjects(Database database, Severances severances) {
    this.database = database;
    this.severances = severances;
  }

  /** The RelationshipSeveranceEvent entity. */
  record Json(
      String id,
      String type,
      boolean purged,
      String targetName,
      long followersCount,
      long followingCount,
      String createdAt) {
    static Json of(RelationshipsSevered event) {
      return new Json(
          Long.toString(event.severance()),
          Words.name(event.kind()),
          false,
          event.target(),
          event.followers(),
          event.following(),
          ApiDates.of(event.severedAt()));
    }
  }

  @Override
  public Map<Long, ?> of(ActorId viewer, Collection<Long> rows) {
    Map<Long, Json> events = new HashMap<>();
    for (RelationshipsSevered event : database.read(db -> severances.of(db, viewer, rows)))
      events.put(event.severance(), Json.of(event));
    return events;
  }
}
