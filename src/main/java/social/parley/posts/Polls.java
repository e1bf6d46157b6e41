package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Polls: starting, voting, counting and ending them. */
public final class Polls {
  private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

  private final Posts.Needs needs;
  private final PostOutbox outbox;
  private final PostStore posts = new PostStore();
  private final PollStore store = new PollStore();
  private final Visibility visibility = new Visibility();

  Polls(Posts.Needs needs, PostOutbox outbox) {
    this.needs = needs;
    this.outbox = outbox;
  }

  /** The polls of these posts, with one statement. */
  public Map<PostId, Poll> of(Reading db, Collection<PostId> ids) {
    return store.of(db, ids);
  }

  /** What somebody chose in the polls of these posts, by position. */
  public Map<PostId, List<Integer>> votesOf(Reading db, ActorId voter, Collection<PostId> ids) {
    return store.votesOf(db, voter, ids);
  }

  Poll begin(PostId post, PollDraft draft, Instant now) {
    return new Poll(
        post,
        draft.multiple(),
        draft.hideTotals(),
        now.plus(draft.expiresIn()),
        false,
        0,
        draft.options().stream().map(title -> new Poll.Option(title.strip(), 0)).toList());
  }

  /** What becomes of a post's poll in an edit; the same choices keep their votes. */
  @Nullable Poll changed(Reading db, PostId post, @Nullable PollDraft draft, Instant now) {
    Poll before = store.of(db, List.of(post)).get(post);
    if (draft == null) return before;
    Poll after = begin(post, draft, now);
    if (before == null || !before.asksTheSameAs(after)) return after;
    return new Poll(
        post,
        after.multiple(),
        after.hideTotals(),
        after.expiresAt(),
        false,
        before.voters(),
        before.options());
  }

  void planEnd(Tx tx, Poll poll) {
    if (poll.expiresAt() != null)
      needs.jobs().enqueue(tx, PollJobs.END, new PollJobs.About(poll.post()), poll.expiresAt());
  }

  /** Votes once and for all; the poll with the new counts. */
  Poll vote(ActorId voter, PostId id, List<Integer> choices) {
    return needs
        .database()
        .write(tx -> {
          Post post =
              posts
                  .byId(tx, id)
                  .filter(one -> visibility.canSee(tx, voter, one))
                  .orElseThrow(Refused.NotFound::new);
          Poll poll = poll(tx, id);
          check(tx, post, poll, voter, choices);
          Instant now = needs.clock().instant();
          for (int choice : new LinkedHashSet<>(choices)) {
            Iri iri = mint(tx, voter);
            if (!store.vote(tx, id, voter, choice, iri, now)) continue;
            store.countVote(tx, id, choice);
            outbox.voted(tx, post, voter, poll.options().get(choice).title(), iri);
          }
          store.countVoter(tx, id);
          counted(tx, post, poll, voter);
          return poll(tx, id);
        });
  }

  private Poll poll(Reading db, PostId id) {
    Poll poll = store.of(db, List.of(id)).get(id);
    if (poll == null) throw new Refused.NotFound();
    return poll;
  }

  private void check(Tx tx, Post post, Poll poll, ActorId voter, List<Integer> choices) {
    if (poll.isOver(needs.clock().instant()))
      throw new Refused.Invalid("choices", "ERR_ENDED", "The poll has already ended");
    if (post.author().equals(voter))
      throw new Refused.Invalid("choices", "ERR_OWN", "You cannot vote in your own polls");
    store.lock(tx, poll.post());
    if (!store.votesOf(tx, voter, List.of(poll.post())).isEmpty())
      throw new Refused.Invalid("choices", "ERR_TAKEN", "You have already voted on this poll");
    boolean outside = choices.stream().anyMatch(one -> one < 0 || one >= poll.options().size());
    if (choices.isEmpty() || outside || (!poll.multiple() && new HashSet<>(choices).size() > 1))
      throw new Refused.Invalid("choices", "ERR_INVALID", "The chosen vote option does not exist");
  }

  private Iri mint(Tx tx, ActorId voter) {
    Iri actor = needs.actors().byId(tx, voter).orElseThrow(Refused.NotFound::new).iri();
    return new Iri(actor + "/votes/" + needs.ids().next());
  }

  /** A vote from elsewhere for one of our polls; what makes no sense has no effect. */
  void receive(Tx tx, Post post, ActorId voter, String title, @Nullable Iri iri) {
    store.lock(tx, post.id());
    Poll poll = store.of(tx, List.of(post.id())).get(post.id());
    Instant now = needs.clock().instant();
    if (poll == null || poll.isOver(now) || !visibility.canSee(tx, voter, post)) return;
    int position = poll.options().stream().map(Poll.Option::title).toList().indexOf(title);
    List<Integer> before =
        store.votesOf(tx, voter, List.of(post.id())).getOrDefault(post.id(), List.of());
    if (position < 0 || (!poll.multiple() && !before.isEmpty())) return;
    if (!store.vote(tx, post.id(), voter, position, iri, now)) return;
    store.countVote(tx, post.id(), position);
    if (before.isEmpty()) store.countVoter(tx, post.id());
    counted(tx, post, poll, voter);
  }

  private void counted(Tx tx, Post post, Poll poll, ActorId voter) {
    tx.announce(new PollVoted(post, voter));
    if (!post.local()) {
      // Our own polls have their end planned; of others only those that somebody here voted in.
      planEnd(tx, poll);
      return;
    }
    if (store.markUpdateDue(tx, post.id(), true))
      needs
          .jobs()
          .enqueue(
              tx,
              PollJobs.COUNTS,
              new PollJobs.About(post.id()),
              needs.clock().instant().plus(BETWEEN_COUNTS));
  }

  /** Ends a poll whose time is over, once. */
  void end(Tx tx, Post post) {
    Poll poll = store.of(tx, List.of(post.id())).get(post.id());
    // An edit may have moved the end; then another job is planned for it.
    if (poll == null || !poll.isOver(needs.clock().instant()) || !store.end(tx, post.id())) return;
    Set<ActorId> concerned = new LinkedHashSet<>(store.voters(tx, post.id(), true));
    if (post.local()) concerned.add(post.author());
    store.markUpdateDue(tx, post.id(), false);
    tx.announce(new PollEnded(post, new ArrayList<>(concerned)));
  }

  /** Whether a poll would still be the one that is here; null stands for none. */
  boolean areSame(Reading db, Post post, @Nullable Poll other) {
    Poll known = store.of(db, List.of(post.id())).get(post.id());
    return known == null ? other == null : other != null && known.asksTheSameAs(other);
  }

  /** The counts that a poll's own server states; they are believed as they are. */
  void receiveCounts(Tx tx, Post post, Poll stated) {
    Poll known = store.of(tx, List.of(post.id())).get(post.id());
    if (known == null || !known.asksTheSameAs(stated)) return;
    store.receiveCounts(tx, stated.with(known.ended()));
    if (stated.isOver(needs.clock().instant())) end(tx, post);
  }
}
