package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Polls, their options and who voted for what. */
final class PollStore {
  /** One option of one poll, as one query gives them for a whole page. */
  record Row(
      PostId postId,
      boolean multiple,
      boolean hideTotals,
      @Nullable Instant expiresAt,
      boolean ended,
      long voters,
      String title,
      long votes) {
    private Poll poll(List<Poll.Option> options) {
      return new Poll(postId, multiple, hideTotals, expiresAt, ended, voters, options);
    }
  }

  private record Vote(PostId postId, int position) {}

  void insert(Tx tx, Poll poll) {
    tx.announce(new PostTouched(poll.post()));
    tx.update(
            """
            INSERT INTO polls
              (post_id, multiple, hide_totals, expires_at, ended, voters, update_due)
            VALUES (:post, :multiple, :hideTotals, :expiresAt, :ended, :voters, FALSE)\
            """)
        .bindMethods(poll)
        .execute();
    PreparedBatch options =
        tx.batch(
            """
            INSERT INTO poll_options (post_id, position, title, votes)
            VALUES (:post, :position, :title, :votes)\
            """);
    for (int i = 0; i < poll.options().size(); i++)
      options
          .bind("post", poll.post())
          .bind("position", i)
          .bind("title", poll.options().get(i).title())
          .bind("votes", poll.options().get(i).votes())
          .add();
    if (options.size() > 0) options.execute();
  }

  void delete(Tx tx, PostId post) {
    tx.announce(new PostTouched(post));
    for (ActorId voter : voters(tx, post)) tx.announce(new MarksChanged(voter));
    for (String table : List.of("poll_votes", "poll_options", "polls"))
      tx.update("DELETE FROM " + table + " WHERE post_id = :post").bind("post", post).execute();
  }

  private static List<ActorId> voters(Reading db, PostId post) {
    return db.query("SELECT DISTINCT actor_id FROM poll_votes WHERE post_id = :post")
        .bind("post", post)
        .mapTo(ActorId.class)
        .list();
  }

  Map<PostId, Poll> of(Reading db, Collection<PostId> posts) {
    if (posts.isEmpty()) return Map.of();
    Map<PostId, List<Row>> rows = new LinkedHashMap<>();
    db.query(
            """
            SELECT p.post_id, p.multiple, p.hide_totals, p.expires_at, p.ended, p.voters, o.title,
              o.votes
            FROM polls p JOIN poll_options o ON o.post_id = p.post_id
            WHERE p.post_id IN (<posts>) ORDER BY p.post_id, o.position\
            """)
        .bindList("posts", Padded.of(posts))
        .mapTo(Row.class)
        .forEach(row -> rows.computeIfAbsent(row.postId(), _ -> new ArrayList<>()).add(row));
    Map<PostId, Poll> polls = new HashMap<>();
    rows.forEach((post, options) ->
        polls.put(
            post,
            options
                .getFirst()
                .poll(
                    options.stream()
                        .map(row -> new Poll.Option(row.title(), row.votes()))
                        .toList())));
    return polls;
  }

  Map<PostId, List<Integer>> votesOf(Reading db, ActorId voter, Collection<PostId> posts) {
    if (posts.isEmpty()) return Map.of();
    Map<PostId, List<Integer>> votes = new HashMap<>();
    db.query(
            """
            SELECT post_id, position FROM poll_votes
            WHERE actor_id = :voter AND post_id IN (<posts>) ORDER BY position\
            """)
        .bind("voter", voter)
        .bindList("posts", Padded.of(posts))
        .mapTo(Vote.class)
        .forEach(vote ->
            votes.computeIfAbsent(vote.postId(), _ -> new ArrayList<>()).add(vote.position()));
    return votes;
  }

  /** False when this voter has chosen this option before. */
  boolean vote(Tx tx, PostId post, ActorId voter, int position, @Nullable Iri iri, Instant now) {
    int fresh =
        tx.update(
                """
                INSERT INTO poll_votes (post_id, actor_id, position, iri, created_at)
                VALUES (:post, :voter, :position, :iri, :now) ON CONFLICT DO NOTHING\
                """)
            .bind("post", post)
            .bind("voter", voter)
            .bind("position", position)
            .bind("iri", iri)
            .bind("now", now)
            .execute();
    if (fresh > 0) tx.announce(new MarksChanged(voter));
    return fresh > 0;
  }

  /** Makes others who vote in this poll wait until this transaction is over. */
  void lock(Tx tx, PostId post) {
    tx.update("UPDATE polls SET ended = ended WHERE post_id = :post").bind("post", post).execute();
  }

  void countVote(Tx tx, PostId post, int position) {
    tx.update(
            """
            UPDATE poll_options SET votes = votes + 1
            WHERE post_id = :post AND position = :position\
            """)
        .bind("post", post)
        .bind("position", position)
        .execute();
    tx.announce(new PostTouched(post));
  }

  void countVoter(Tx tx, PostId post) {
    tx.update("UPDATE polls SET voters = voters + 1 WHERE post_id = :post")
        .bind("post", post)
        .execute();
  }

  /** The counts as the poll's own server says they are. */
  void receiveCounts(Tx tx, Poll poll) {
    tx.update(
            """
            UPDATE polls SET voters = :voters, ended = :ended, expires_at = :expiresAt
            WHERE post_id = :post\
            """)
        .bindMethods(poll)
        .execute();
    tx.announce(new PostTouched(poll.post()));
    PreparedBatch options =
        tx.batch(
            """
            UPDATE poll_options SET votes = :votes
            WHERE post_id = :post AND position = :position\
            """);
    for (int i = 0; i < poll.options().size(); i++)
      options
          .bind("votes", poll.options().get(i).votes())
          .bind("post", poll.post())
          .bind("position", i)
          .add();
    if (options.size() > 0) options.execute();
  }

  /** True for the one that ends it. */
  boolean end(Tx tx, PostId post) {
    int ended =
        tx.update("UPDATE polls SET ended = TRUE WHERE post_id = :post AND ended = FALSE")
            .bind("post", post)
            .execute();
    if (ended > 0) tx.announce(new PostTouched(post));
    return ended > 0;
  }

  /** Sets or clears the mark that changed counts are still to be sent; true if that changed it. */
  boolean markUpdateDue(Tx tx, PostId post, boolean due) {
    return tx.update(
                """
                UPDATE polls SET update_due = :due
                WHERE post_id = :post AND update_due <> :due\
                """)
            .bind("post", post)
            .bind("due", due)
            .execute()
        == 1;
  }

  List<ActorId> voters(Reading db, PostId post, boolean local) {
    return db.query(
            """
            SELECT DISTINCT v.actor_id FROM poll_votes v JOIN actors a ON a.id = v.actor_id
            WHERE v.post_id = :post AND a.local = :local\
            """)
        .bind("post", post)
        .bind("local", local)
        .mapTo(ActorId.class)
        .list();
  }
}
