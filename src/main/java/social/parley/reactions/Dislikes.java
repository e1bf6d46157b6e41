package social.parley.reactions;

import java.time.Clock;
import java.util.Optional;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.Outbox;
import social.parley.posts.Deed;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.ReactionStore.Vote;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Who is against which post. */
public final class Dislikes {
  private final Database database;
  private final Ids ids;
  private final Actors actors;
  private final Posts posts;
  private final Votes votes;
  private final ReactionStore store = ReactionStore.dislikes();

  public Dislikes(
      Database database, Ids ids, Clock clock, Actors actors, Outbox outbox, Posts posts) {
    this.database = database;
    this.ids = ids;
    this.actors = actors;
    this.posts = posts;
    this.votes = new Votes(clock, actors, outbox, posts);
  }

  /** Votes against a post; of a boost, the original. Nothing happens the second time. */
  public void dislike(ActorId me, PostId id) {
    database.run(tx -> {
      Post post = votes.seen(tx, me, id);
      if (!mayVote(tx, me, post))
        throw new Refused.Forbidden("The author of this post does not allow you to vote on it");
      votes.takeBackLike(tx, me, post);
      long number = ids.next();
      Iri voter = actors.byId(tx, me).orElseThrow(Refused.NotFound::new).iri();
      Vote vote = new Vote(number, me, post.id(), new Iri(voter + "/dislikes/" + number));
      if (!store(tx, vote, post)) return;
      Ballot ballot = votes.ballot(tx, vote, post);
      votes.send(tx, ballot, VoteActivities.dislike(ballot));
    });
  }

  /** Nobody is asked about a vote against; where a favourite would have to wait there is none. */
  boolean mayVote(Reading db, ActorId actor, Post post) {
    return posts.permissions().of(db, actor, post, Deed.LIKE).isAutomatic();
  }

  /** Takes it back, if there is one. */
  public void undislike(ActorId me, PostId id) {
    database.run(tx -> votes.takeBackDislike(tx, me, votes.original(tx, id)));
  }

  boolean store(Tx tx, Vote vote, Post post) {
    return votes.dislike(tx, vote, post);
  }

  void remove(Tx tx, ActorId actor, Post post) {
    votes.undislike(tx, actor, post);
  }

  boolean isDisliked(Reading db, ActorId actor, PostId post) {
    return store.find(db, actor, post).isPresent();
  }

  /** By the address on the wire. */
  Optional<Vote> find(Reading db, ActorId actor, Iri iri) {
    return store.find(db, actor, iri);
  }

  /** Who is against a post, the latest first. */
  public Page<ActorId> by(PostId post, Cursor cursor) {
    return database.read(db -> store.byPost(db, post, cursor));
  }
}
