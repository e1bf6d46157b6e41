package social.parley.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.follows.Follow;
import social.parley.follows.FollowOptions;
import social.parley.follows.Follows;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Follows that end by decisions of the staff, and come back when those are lifted. */
public final class Severances {
  private final Ids ids;
  private final Clock clock;
  private final Follows follows;

  public Severances(Ids ids, Clock clock, Follows follows) {
    this.ids = ids;
    this.clock = clock;
    this.follows = follows;
  }

  record Row(
      long id,
      long severanceId,
      ActorId localId,
      ActorId remoteId,
      boolean outgoing,
      Iri iri,
      Follow.State state,
      boolean boosts,
      boolean notifying,
      String languages,
      Instant createdAt) {

    static Row of(long severance, Follow follow, boolean outgoing) {
      return new Row(
          follow.id(),
          severance,
          outgoing ? follow.follower() : follow.followed(),
          outgoing ? follow.followed() : follow.follower(),
          outgoing,
          follow.iri(),
          follow.state(),
          follow.options().boosts(),
          follow.options().notifying(),
          String.join(",", follow.options().languages()),
          follow.createdAt());
    }

    Follow follow() {
      List<String> spoken = languages.isEmpty() ? List.of() : Arrays.asList(languages.split(","));
      return new Follow(
          id,
          outgoing ? localId : remoteId,
          outgoing ? remoteId : localId,
          iri,
          state,
          new FollowOptions(boosts, notifying, spoken),
          createdAt);
    }
  }

  /** One decision that may sever much: a number, and what it is about. */
  record Severance(long id, SeveranceKind kind, String target) {}

  Severance begin(SeveranceKind kind, String target) {
    return new Severance(ids.next(), kind, target);
  }

  /** Ends every follow between people here and one elsewhere; nobody elsewhere is told. */
  void sever(Tx tx, Severance severance, Actor remote) {
    List<Follow> lost = follows.involving(tx, remote.id());
    if (!lost.isEmpty()) keep(tx, severance);
    for (Follow follow : lost) {
      boolean outgoing = follow.followed().equals(remote.id());
      Row row = Row.of(severance.id(), follow, outgoing);
      keep(tx, row);
      follows.sever(tx, follow);
      if (follow.state() == Follow.State.ACCEPTED) count(tx, severance.id(), row);
    }
  }

  private void keep(Tx tx, Severance severance) {
    tx.update(
            """
            INSERT INTO severances (id, kind, target, created_at)
            VALUES (:id, :kind, :target, :now) ON CONFLICT DO NOTHING\
            """,
            severance)
        .bind("now", clock.instant())
        .execute();
  }

  private static void keep(Tx tx, Row row) {
    tx.update(
            """
            INSERT INTO severed_follows (id, severance_id, local_id, remote_id, outgoing, iri,
              state, boosts, notifying, languages, created_at)
            VALUES (:id, :severanceId, :localId, :remoteId, :outgoing, :iri, :state, :boosts,
              :notifying, :languages, :createdAt)
            ON CONFLICT DO NOTHING\
            """,
            row)
        .execute();
  }

  private static void count(Tx tx, long severance, Row row) {
    tx.update(
            """
            INSERT INTO severance_losses (severance_id, actor_id, followers, following)
            VALUES (:severance, :actor, :followers, :following)
            ON CONFLICT (severance_id, actor_id) DO UPDATE SET
              followers = severance_losses.followers + excluded.followers,
              following = severance_losses.following + excluded.following\
            """)
        .bind("severance", severance)
        .bind("actor", row.localId())
        .bind("followers", row.outgoing() ? 0 : 1)
        .bind("following", row.outgoing() ? 1 : 0)
        .execute();
  }

  /** Says to everybody here what a decision has cost them. */
  void tell(Tx tx, long severance) {
    tx.query(SELECT + "WHERE s.id = :id ORDER BY l.actor_id")
        .bind("id", severance)
        .mapTo(RelationshipsSevered.class)
        .list()
        .forEach(tx::announce);
  }

  private static final String SELECT =
      """
      SELECT s.id AS severance, s.kind, s.target, l.actor_id AS person, l.followers, l.following,
        s.created_at AS severed_at
      FROM severances s JOIN severance_losses l ON l.severance_id = s.id \
      """;

  /** What some decisions have cost one person here. */
  public List<RelationshipsSevered> of(Reading db, ActorId person, Collection<Long> some) {
    return db.query(SELECT + "WHERE l.actor_id = :person AND s.id IN (<ids>)")
        .bind("person", person)
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(some))
        .mapTo(RelationshipsSevered.class)
        .list();
  }

  /** Has those here who followed one elsewhere ask for it again; their own followers are lost. */
  void ask(Tx tx, Actor remote) {
    for (Row row : rows(tx, remote.id()))
      if (row.outgoing()) follows.ask(tx, row.localId(), remote.id(), row.follow().options());
    forget(tx, remote.id());
  }

  /** Brings back what was severed from one elsewhere. */
  void mend(Tx tx, ActorId remote) {
    for (Row row : rows(tx, remote)) follows.mend(tx, row.follow());
    forget(tx, remote);
  }

  private static List<Row> rows(Reading db, ActorId remote) {
    return db.query(
            """
            SELECT id, severance_id, local_id, remote_id, outgoing, iri, state, boosts,
              notifying, languages, created_at
            FROM severed_follows WHERE remote_id = :remote ORDER BY id\
            """)
        .bind("remote", remote)
        .mapTo(Row.class)
        .list();
  }

  private static void forget(Tx tx, ActorId remote) {
    tx.update("DELETE FROM severed_follows WHERE remote_id = :remote")
        .bind("remote", remote)
        .execute();
  }
}
