package social.parley.posts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ObjectDocument;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.posts.Tombstones.Grave;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The quotes in posts: which there are, and how their states change. */
public final class PostQuotes {
  private final Posts.Needs needs;
  private final PostActivities activities;
  private final PostStore posts = new PostStore();
  private final QuoteStore store = new QuoteStore();
  private final Tombstones tombstones = new Tombstones();

  PostQuotes(Posts.Needs needs, PostActivities activities) {
    this.needs = needs;
    this.activities = activities;
  }

  /** Gives the quote in a post another state, and counts it with what is quoted. */
  public Post change(Tx tx, Post before, Quote quote) {
    Quote former = before.quote();
    if (former == null) throw new IllegalArgumentException("quotes nothing");
    if (former.equals(quote)) return before;
    store.save(tx, before.id(), quote);
    count(tx, former, -1);
    count(tx, quote, 1);
    Iri stamp = former.authorization();
    if (stamp != null && !stamp.equals(quote.authorization()) && isOurs(tx, before, former))
      tombstones.add(tx, Grave.of(stamp, "QuoteAuthorization", needs.clock().instant()), true);
    Post after = PostChange.of(before).quote(quote).build();
    tx.announce(new PostTouched(after.id()));
    tx.announce(new QuoteChanged(after, former));
    return after;
  }

  /** Whether the stamp was given here, for this post; others only claim theirs. */
  private boolean isOurs(Reading db, Post post, Quote quote) {
    if (!quote.accepted() || quote.author() == null) return false;
    Optional<Actor> author = needs.actors().byId(db, quote.author()).filter(Actor::local);
    return author.isPresent() && stamp(author.get(), post.id()).equals(quote.authorization());
  }

  /** The address of the stamp by which somebody here agrees to be quoted in a post. */
  public static Iri stamp(Actor author, PostId quoting) {
    return new Iri(author.iri() + "/quote_authorizations/" + quoting);
  }

  /** Whether a stamp of ours was taken back; it is not given again. */
  public boolean isTakenBack(Reading db, Iri stamp) {
    return tombstones.find(db, stamp).isPresent();
  }

  private void count(Tx tx, Quote quote, int change) {
    if (!quote.accepted() || quote.post() == null) return;
    posts.countQuotes(tx, quote.post(), change);
  }

  /** The post whose quote was asked for with this QuoteRequest. */
  public Optional<Post> asked(Reading db, Iri request) {
    return store.byRequest(db, request);
  }

  /** The posts that claim this stamp for their quotes, rightly or not. */
  public List<Post> stamped(Reading db, Iri stamp) {
    return store.byAuthorization(db, stamp);
  }

  /** Whether a post is quoted in one that is quoted, and so on for some steps. */
  public boolean isDeep(Reading db, PostId post) {
    return store.isDeep(db, post);
  }

  /** Local posts that quote this one. */
  public List<Post> localQuotes(Reading db, PostId quoted) {
    return store.local(db, quoted);
  }

  /** What quotes a post and was accepted, the latest first, as far as the viewer may see it. */
  public Page<PostId> page(Reading db, @Nullable ActorId viewer, PostId quoted, Cursor cursor) {
    return Page.of(store.page(db, viewer, quoted, cursor), cursor, PostId::value);
  }

  /** A local post as it is sent. */
  public ObjectDocument document(Reading db, Post post) {
    return activities.document(db, activities.outgoing(db, post));
  }

  /** Says anew who may quote an own post; what is already quoted stays so. */
  public Post allow(ActorId me, PostId id, Policy.Rule rule) {
    return needs
        .database()
        .write(tx -> {
          Post post =
              posts
                  .byId(tx, id)
                  .filter(one -> one.author().equals(me) && !one.isBoost())
                  .orElseThrow(Refused.NotFound::new);
          Policy policy = post.policy().withQuote(rule);
          if (policy.equals(post.policy()) || !post.reach().isOpen()) return post;
          Post after = PostChange.of(post).policy(policy).build();
          posts.update(tx, after);
          tx.announce(new PostTouched(id));
          tx.announce(new PolicyChanged(after));
          return after;
        });
  }
}
