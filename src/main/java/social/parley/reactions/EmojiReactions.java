package social.parley.reactions;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.emojis.Emojis;
import social.parley.emojis.OwnEmoji;
import social.parley.federation.Inboxes;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.posts.Deed;
import social.parley.posts.MarksChanged;
import social.parley.posts.Post;
import social.parley.posts.PostTouched;
import social.parley.posts.Posts;
import social.parley.reactions.EmojiReactionStore.Row;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import social.parley.text.UnicodeEmoji;

/** Who reacts to which post with which emoji; these are no favourites and not counted as such. */
public final class EmojiReactions {
  /** What reactions are built on; {@code mostEach} is how many one person may leave on a post. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      Actors actors,
      Outbox outbox,
      Follows follows,
      Posts posts,
      Emojis emojis,
      int mostEach) {}

  private final Needs needs;
  private final EmojiReactionStore store = new EmojiReactionStore();

  public EmojiReactions(Needs needs) {
    this.needs = needs;
  }

  /** Reacts to a post; of a boost, to the original. Nothing happens the second time. */
  public void react(ActorId me, PostId id, String given) {
    String name = ReactionEmoji.canonical(given);
    Optional<OwnEmoji> own = needs.emojis().usable(name);
    needs
        .database()
        .run(tx -> {
          Post post = seen(tx, me, id);
          if (!needs.posts().permissions().of(tx, me, post, Deed.LIKE).isAutomatic())
            throw new Refused.Forbidden("The author of this post does not allow you to react");
          ReactionEmoji emoji = emoji(tx, post, name, own);
          Actor actor = actor(tx, me);
          long number = needs.ids().next();
          Iri iri = new Iri(actor.iri() + "/reactions/" + number);
          Row row = new Row(number, me, post.id(), emoji.name(), emoji.url(), iri);
          if (needs.mostEach() > 1 && full(tx, row))
            throw new Refused.Invalid(
                "emoji", "ERR_TOO_MANY", "At most " + needs.mostEach() + " reactions to one post");
          Optional<Row> replaced = replaced(tx, row);
          replaced.ifPresent(old -> takeBack(tx, actor, old, post));
          if (store(tx, row, post))
            send(tx, actor, post, author -> ReactionActivities.react(row, actor, author, post));
        });
  }

  /** Takes a reaction back, if there is one. */
  public void unreact(ActorId me, PostId id, String given) {
    String name = ReactionEmoji.canonical(given);
    needs
        .database()
        .run(tx -> {
          Post post = seen(tx, me, id);
          Actor actor = actor(tx, me);
          for (Row row : store.of(tx, me, post.id()))
            if (row.name().equals(name)) takeBack(tx, actor, row, post);
        });
  }

  private static ReactionEmoji emoji(String name, OwnEmoji own) {
    return new ReactionEmoji(name, own.url());
  }

  /** An own emoji, a character, or one of another server that the post has already. */
  private ReactionEmoji emoji(Reading db, Post post, String name, Optional<OwnEmoji> own) {
    if (own.isPresent()) return emoji(name, own.get());
    if (UnicodeEmoji.of(name).isPresent()) return new ReactionEmoji(name, null);
    return store
        .picture(db, post.id(), name)
        .map(url -> new ReactionEmoji(name, url))
        .orElseThrow(() -> new Refused.Invalid("emoji", "ERR_INVALID", "There is no such emoji"));
  }

  private Post seen(Reading db, ActorId me, PostId id) {
    Post post = needs.posts().byId(db, id).orElseThrow(Refused.NotFound::new);
    if (post.boostOf() != null)
      post = needs.posts().byId(db, post.boostOf()).orElseThrow(Refused.NotFound::new);
    if (!needs.posts().visibility().canSee(db, me, post)) throw new Refused.NotFound();
    return post;
  }

  private Actor actor(Reading db, ActorId id) {
    return needs.actors().byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  /** One of our own emoji comes back under the name it has here. */
  ReactionEmoji known(ReactionEmoji given) {
    if (given.url() == null) return given;
    return needs
        .emojis()
        .remembered(given.shortcode())
        .filter(own -> own.url().equals(given.url()))
        .map(own -> emoji(own.shortcode(), own))
        .orElse(given);
  }

  /** Whether somebody has left all the reactions they may, this one not among them. */
  boolean full(Reading db, Row wanted) {
    List<Row> there = store.of(db, wanted.actorId(), wanted.postId());
    return there.size() >= needs.mostEach()
        && there.stream().noneMatch(row -> row.name().equals(wanted.name()));
  }

  /** Where one reaction is all that anybody has, another takes its place. */
  Optional<Row> replaced(Reading db, Row by) {
    if (needs.mostEach() > 1) return Optional.empty();
    return store.of(db, by.actorId(), by.postId()).stream()
        .filter(row -> !row.name().equals(by.name()))
        .findFirst();
  }

  private void takeBack(Tx tx, Actor actor, Row row, Post post) {
    if (remove(tx, row, post))
      send(tx, actor, post, author -> ReactionActivities.undo(row, actor, author, post));
  }

  private interface Letter {
    Activity to(Actor author);
  }

  /** To the author, and if everybody may see the post, to those who follow who reacts. */
  private void send(Tx tx, Actor actor, Post post, Letter letter) {
    Actor author = actor(tx, post.author());
    Set<Iri> inboxes = new LinkedHashSet<>();
    if (!author.local()) inboxes.addAll(Inboxes.of(author));
    if (post.reach().isOpen()) inboxes.addAll(needs.follows().followerInboxes(tx, actor.id()));
    if (!inboxes.isEmpty()) needs.outbox().send(tx, actor, letter.to(author), inboxes);
  }

  /** Stores and announces; false when it is there already. */
  boolean store(Tx tx, Row row, Post post) {
    if (!store.insert(tx, row, needs.clock().instant())) return false;
    tx.announce(new Reacted(row.actorId(), post, row.emoji()));
    tx.announce(new PostTouched(post.id()));
    tx.announce(new MarksChanged(row.actorId()));
    return true;
  }

  /** Removes and announces; false when there is none. */
  boolean remove(Tx tx, Row row, Post post) {
    if (!store.delete(tx, row)) return false;
    tx.announce(new Unreacted(row.actorId(), post, row.emoji()));
    tx.announce(new PostTouched(post.id()));
    tx.announce(new MarksChanged(row.actorId()));
    return true;
  }

  /** What people feel about posts, with one statement; posts without reactions are absent. */
  public Map<PostId, List<ReactionCount>> counts(Collection<PostId> posts) {
    return posts.isEmpty() ? Map.of() : needs.database().read(db -> store.counts(db, posts));
  }

  /** Who reacts to a post, by the emoji's name, the latest first and at most so many for each. */
  public Map<String, List<ActorId>> reactors(PostId post, int most) {
    return needs.database().read(db -> store.reactors(db, post, most));
  }
}
