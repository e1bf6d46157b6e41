package social.parley.reactions;

import java.util.Optional;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.federation.Received;
import social.parley.posts.Deed;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.EmojiReactionStore.Row;
import social.parley.storage.Tx;

/** Reactions from elsewhere, to any post that is here. */
final class ReactionInbox {
  private final Ids ids;
  private final Posts posts;
  private final EmojiReactions reactions;
  private final EmojiReactionStore store = new EmojiReactionStore();

  ReactionInbox(Ids ids, Posts posts, EmojiReactions reactions) {
    this.ids = ids;
    this.posts = posts;
    this.reactions = reactions;
  }

  void react(Tx tx, Received received, Activity activity, ReactionEmoji given) {
    Actor actor = received.actor();
    Optional<Post> post = object(tx, activity).filter(one -> mayReact(tx, actor, one));
    if (post.isEmpty()) return;
    PostId postId = post.get().id();
    ReactionEmoji emoji = pictured(tx, postId, reactions.known(given));
    long id = ids.next();
    Iri iri = activity.id() == null ? new Iri(actor.iri() + "#reactions/" + id) : activity.id();
    Row row = new Row(id, actor.id(), postId, emoji.name(), emoji.url(), iri);
    reactions.replaced(tx, row).ifPresent(old -> reactions.remove(tx, old, post.get()));
    if (!reactions.full(tx, row)) reactions.store(tx, row, post.get());
  }

  /** Whose picture it is cannot be proven, so the first one that came under a name stays. */
  private ReactionEmoji pictured(Tx tx, PostId post, ReactionEmoji given) {
    if (!given.isCustom()) return given;
    return store
        .picture(tx, post, given.name())
        .map(url -> new ReactionEmoji(given.name(), url))
        .orElse(given);
  }

  /** A reaction is a favourite in other words; nobody is asked about one. */
  private boolean mayReact(Tx tx, Actor actor, Post post) {
    return posts.visibility().canSee(tx, actor.id(), post)
        && (!post.local() || posts.permissions().of(tx, actor.id(), post, Deed.LIKE).isAutomatic());
  }

  /** False when it is not the id of one. */
  boolean undo(Tx tx, Received received, Iri id) {
    Optional<Row> row = store.find(tx, received.actor().id(), id);
    row.ifPresent(one -> remove(tx, one));
    return row.isPresent();
  }

  void undo(Tx tx, Received received, Activity undone, ReactionEmoji given) {
    Optional<Post> post = object(tx, undone);
    if (post.isEmpty()) return;
    String name = reactions.known(given).name();
    for (Row row : store.of(tx, received.actor().id(), post.get().id()))
      if (row.name().equals(name)) remove(tx, row);
  }

  private void remove(Tx tx, Row row) {
    posts.byId(tx, row.postId()).ifPresent(post -> reactions.remove(tx, row, post));
  }

  private Optional<Post> object(Tx tx, Activity activity) {
    Iri object = activity.objectId();
    return object == null
        ? Optional.empty()
        : posts.byIri(tx, object).filter(post -> !post.isBoost());
  }
}
