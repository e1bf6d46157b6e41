package social.parley.streaming;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/** Who has done something with a post, so that it looks different to them than to others. */
public final class Involved {
  private static final int CHUNK = 512;
  private static final String DONE =
      """
      SELECT actor_id FROM favourites WHERE post_id = :post AND actor_id IN (<among>)
      UNION SELECT actor_id FROM bookmarks WHERE post_id = :post AND actor_id IN (<among>)
      UNION SELECT author_id FROM posts WHERE boost_of = :post AND author_id IN (<among>)
      UNION SELECT actor_id FROM emoji_reactions WHERE post_id = :post AND actor_id IN (<among>)
      UNION SELECT actor_id FROM poll_votes WHERE post_id = :post AND actor_id IN (<among>)
      UNION SELECT actor_id FROM thread_mutes WHERE thread_root = :root AND actor_id IN (<among>)\
      """;

  /** Those of the people, its author included, for a post that is no boost. */
  public Set<ActorId> of(Reading db, Post post, Collection<ActorId> among) {
    Set<ActorId> involved = new HashSet<>();
    List<ActorId> all = List.copyOf(among);
    for (int from = 0; from < all.size(); from += CHUNK)
      involved.addAll(
          db.query(DONE)
              .bind("post", post.id())
              .bind("root", post.threadRoot() == null ? post.id() : post.threadRoot())
              .bindList("among", Padded.of(all.subList(from, Math.min(all.size(), from + CHUNK))))
              .mapTo(ActorId.class)
              .list());
    if (among.contains(post.author())) involved.add(post.author());
    return involved;
  }
}
