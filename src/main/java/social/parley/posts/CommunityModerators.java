package social.parley.posts;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.UnhurriedReader.Listed;
import social.parley.storage.Tx;

/**
 * Who moderates communities elsewhere, to be shown: what their servers said when somebody opened
 * their profiles last. What moderators may do is not decided by it.
 */
public final class CommunityModerators {
  private static final int MOST = 20;

  private final Posts.Needs needs;

  CommunityModerators(Posts.Needs needs) {
    this.needs = needs;
  }

  /** As far as is known here; not inside a write. */
  public List<ActorId> of(ActorId community) {
    return needs
        .database()
        .read(db ->
            db.query(
                    """
                    SELECT person_id FROM community_moderators WHERE community_id = :community
                    ORDER BY position\
                    """)
                .bind("community", community)
                .mapTo(ActorId.class)
                .list());
  }

  /** Asks a community for them; uses the network. */
  void read(Actor community, Instant end) {
    if (!(needs.unhurried().object(community.iri())
        instanceof RemoteDocuments.Result.Found(ActorDocument document))) return;
    Set<Iri> named = new LinkedHashSet<>();
    for (Iri list : Moderators.lists(document))
      if (list.sameOrigin(community.iri())) {
        Listed listed = needs.unhurried().list(Ref.of(list), MOST, 1, end);
        // Whom it named before is better than nobody.
        if (listed.unreachable() != null) return;
        for (Ref one : listed.items())
          if (one.iri() != null && named.size() < MOST) named.add(one.iri());
      }
    Set<ActorId> people = new LinkedHashSet<>();
    for (Iri one : named)
      if (needs.clock().instant().isBefore(end)
          && needs.remoteActors().find(one) instanceof Resolution.Found(Actor person))
        people.add(person.id());
    needs.database().run(tx -> put(tx, community.id(), List.copyOf(people)));
  }

  private static void put(Tx tx, ActorId community, List<ActorId> people) {
    tx.update("DELETE FROM community_moderators WHERE community_id = :community")
        .bind("community", community)
        .execute();
    for (int i = 0; i < people.size(); i++)
      tx.update(
              """
              INSERT INTO community_moderators (community_id, person_id, position)
              VALUES (:community, :person, :position)\
              """)
          .bind("community", community)
          .bind("person", people.get(i))
          .bind("position", i)
          .execute();
  }
}
