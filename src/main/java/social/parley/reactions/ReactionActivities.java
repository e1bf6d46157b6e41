package social.parley.reactions;

import java.util.List;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.CustomEmoji;
import social.parley.core.Iri;
import social.parley.posts.Post;
import social.parley.reactions.EmojiReactionStore.Row;

/**
 * Reactions as they stand on the wire: a Like with a content, which servers that know reactions
 * take for one (FEP-c0e0) and all others for a favourite.
 */
final class ReactionActivities {
  private ReactionActivities() {}

  static Activity.Like react(Row row, Actor actor, Actor author, Post post) {
    ReactionEmoji emoji = row.emoji();
    Envelope envelope =
        Envelope.of(row.iri(), actor.iri(), Audience.to(author.iri())).withContent(emoji.content());
    if (emoji.url() != null)
      envelope = envelope.withTags(List.of(new CustomEmoji(emoji.shortcode(), emoji.url()).tag()));
    return new Activity.Like(envelope, Ref.of(post.iri()));
  }

  static Activity.Undo undo(Row row, Actor actor, Actor author, Post post) {
    Activity.Like like = react(row, actor, author, post);
    return new Activity.Undo(
        Envelope.of(new Iri(row.iri() + "/undo"), actor.iri(), like.audience()), Ref.of(like));
  }
}
