package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.Inboxes;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Tells other servers what happens to local posts; woken inside the transaction. */
public final class PostOutbox {
  private final Posts.Needs needs;
  private final PostActivities activities;
  private final PostStore posts = new PostStore();
  private final PollStore polls = new PollStore();

  PostOutbox(Posts.Needs needs, PostActivities activities) {
    this.needs = needs;
    this.activities = activities;
  }

  public void published(Tx tx, PostPublished published) {
    if (!published.post().federates()) return;
    Outgoing outgoing = activities.outgoing(tx, published.post(), published.author());
    Set<Iri> inboxes = inboxes(tx, outgoing);
    if (isForRelays(outgoing)) {
      inboxes.addAll(needs.relays().inboxes(tx));
      needs.relays().boost(tx, published.post().iri());
    }
    send(tx, outgoing.author(), activities.published(tx, outgoing), inboxes);
  }

  /** Whoever is limited here is not spread further. */
  private static boolean isForRelays(Outgoing outgoing) {
    Post post = outgoing.post();
    return post.reach() == Reach.PUBLIC
        && !post.isBoost()
        && outgoing.author().local()
        && outgoing.author().standing() == Standing.OK;
  }

  public void edited(Tx tx, PostEdited edited) {
    Post post = edited.post();
    if (post.federates()) sendUpdate(tx, post);
  }

  public void counted(Tx tx, PollCounted counted) {
    if (counted.post().federates()) sendUpdate(tx, counted.post());
  }

  public void pollEnded(Tx tx, PollEnded ended) {
    if (ended.post().federates()) sendUpdate(tx, ended.post());
  }

  /** Others see a quote only with its stamp, and only as long as that is good. */
  public void quoteChanged(Tx tx, QuoteChanged changed) {
    Post post = changed.post();
    Quote quote = post.quote();
    boolean matters = quote != null && (quote.accepted() || changed.before().accepted());
    if (matters && post.federates()) sendUpdate(tx, post);
  }

  public void policyChanged(Tx tx, PolicyChanged changed) {
    if (changed.post().federates()) sendUpdate(tx, changed.post());
  }

  private void sendUpdate(Tx tx, Post post) {
    Outgoing outgoing = activities.outgoing(tx, post);
    Activity update = activities.updated(tx, outgoing, needs.clock().instant());
    send(tx, outgoing.author(), update, everybodyWhoHasIt(tx, outgoing));
  }

  /** Announced while the rows are still there, so that all who have the post can be found. */
  public void deleted(Tx tx, PostDeleted deleted) {
    if (!deleted.post().federates()) return;
    Outgoing outgoing = activities.outgoing(tx, deleted.post());
    // Its author's deletion says it all.
    if (outgoing.author().isDeleted()) return;
    Instant now = needs.clock().instant();
    Activity activity =
        deleted.post().isBoost()
            ? activities.undoBoost(tx, outgoing, now)
            : activities.deleted(outgoing, now);
    send(tx, outgoing.author(), activity, everybodyWhoHasIt(tx, outgoing));
  }

  public void pinChanged(Tx tx, PinChanged changed) {
    Post post = changed.post();
    Actor author = activities.author(tx, post);
    if (author.local() && !post.localOnly())
      send(
          tx,
          author,
          activities.pinChanged(post, author, changed.pinned()),
          needs.follows().followerInboxes(tx, author.id()));
  }

  /** Somebody here has chosen in a poll that another server counts. */
  void voted(Tx tx, Post post, ActorId voter, String choice, Iri id) {
    if (post.local()) return;
    Actor asker = activities.author(tx, post);
    needs
        .actors()
        .byId(tx, voter)
        .ifPresent(actor ->
            send(
                tx, actor, PostActivities.vote(id, actor, asker, post, choice), Inboxes.of(asker)));
  }

  private void send(Tx tx, Actor sender, Activity activity, Set<Iri> inboxes) {
    needs.outbox().send(tx, sender, activity, inboxes);
  }

  /** Where those addressed get it; what is meant for few goes to each of them alone. */
  private Set<Iri> inboxes(Reading db, Outgoing outgoing) {
    Post post = outgoing.post();
    Set<Iri> inboxes = new LinkedHashSet<>();
    if (post.reach() == Reach.MENTIONED) {
      for (Actor one : outgoing.addressed()) inboxes.addAll(Inboxes.of(one));
      return inboxes;
    }
    inboxes.addAll(needs.follows().followerInboxes(db, post.author()));
    List<Actor> people = new ArrayList<>(outgoing.addressed());
    if (post.reach().isOpen() && post.inReplyToAuthor() != null)
      needs.actors().byId(db, post.inReplyToAuthor()).ifPresent(people::add);
    if (post.reach().isOpen() && outgoing.community() != null) people.add(outgoing.community());
    inboxes.addAll(Inboxes.of(people));
    return inboxes;
  }

  private Set<Iri> everybodyWhoHasIt(Reading db, Outgoing outgoing) {
    Post post = outgoing.post();
    Set<Iri> inboxes = inboxes(db, outgoing);
    Set<ActorId> others = new LinkedHashSet<>(polls.voters(db, post.id(), false));
    if (post.reach() != Reach.MENTIONED) others.addAll(posts.involved(db, post.id()));
    inboxes.addAll(Inboxes.of(needs.actors().byIds(db, others).values()));
    if (isForRelays(outgoing)) inboxes.addAll(needs.relays().inboxes(db));
    return inboxes;
  }
}
