package social.parley.posts;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.posts.Policy.Circle;
import social.parley.posts.Policy.Group;
import social.parley.posts.Policy.Rule;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/**
 * May somebody do something with a post that they see? As its author's policy says; authors may do
 * everything, and who is named or answered may always reply.
 */
public final class Permissions {
  public Permission of(Reading db, @Nullable ActorId actor, Post post, Deed deed) {
    return of(db, actor, List.of(post), deed).getOrDefault(post.id(), Permission.DENIED);
  }

  /** For many posts at once, with a fixed number of statements. */
  public Map<PostId, Permission> of(
      Reading db, @Nullable ActorId actor, Collection<Post> posts, Deed deed) {
    if (actor == null) return plain(null, posts, deed);
    Map<PostId, Permission> permissions = new HashMap<>();
    Facts facts = facts(db, actor, posts, deed);
    for (Post post : posts) permissions.put(post.id(), facts.judge(post, deed));
    return permissions;
  }

  /** Whether it matters who stands how to whom. */
  static boolean needsFacts(@Nullable ActorId actor, Collection<Post> posts, Deed deed) {
    if (actor == null) return false;
    for (Post post : posts) {
      Rule rule = post.policy().of(deed);
      if (rule == null || post.author().equals(actor)) continue;
      for (Circle circle : List.of(rule.automatic(), rule.manual()))
        if (!circle.people().isEmpty()
            || circle.has(Group.FOLLOWERS)
            || circle.has(Group.FOLLOWING)) return true;
    }
    return false;
  }

  /** Where it does not matter. */
  static Map<PostId, Permission> plain(@Nullable ActorId actor, Collection<Post> posts, Deed deed) {
    Map<PostId, Permission> permissions = new HashMap<>();
    Facts facts = actor == null ? null : new Facts(actor, null, Set.of(), Set.of());
    for (Post post : posts)
      permissions.put(post.id(), facts == null ? Permission.DENIED : facts.judge(post, deed));
    return permissions;
  }

  private static Facts facts(Reading db, ActorId actor, Collection<Post> posts, Deed deed) {
    boolean byName = false;
    Set<ActorId> followed = new HashSet<>();
    Set<ActorId> following = new HashSet<>();
    for (Post post : posts) {
      Rule rule = post.policy().of(deed);
      if (rule == null || post.author().equals(actor)) continue;
      for (Circle circle : List.of(rule.automatic(), rule.manual())) {
        byName |= !circle.people().isEmpty();
        if (circle.has(Group.FOLLOWERS)) followed.add(post.author());
        if (circle.has(Group.FOLLOWING)) following.add(post.author());
      }
    }
    return new Facts(
        actor,
        byName ? address(db, actor) : null,
        follows(db, "follower_id = :actor AND followed_id", actor, followed),
        follows(db, "followed_id = :actor AND follower_id", actor, following));
  }

  private static @Nullable Iri address(Reading db, ActorId actor) {
    return db.query("SELECT iri FROM actors WHERE id = :actor")
        .bind("actor", actor)
        .mapTo(Iri.class)
        .findOne()
        .orElse(null);
  }

  private static Set<ActorId> follows(
      Reading db, String columns, ActorId actor, Set<ActorId> among) {
    if (among.isEmpty()) return Set.of();
    String wanted = columns.substring(columns.lastIndexOf(' ') + 1);
    return new HashSet<>(
        db.query(
                "SELECT "
                    + wanted
                    + " FROM follows WHERE state = 'accepted' AND "
                    + columns
                    + " IN (<among>)")
            .bind("actor", actor)
            .bindList("among", Padded.of(among))
            .mapTo(ActorId.class)
            .list());
  }

  /** What is known about one actor and the authors of some posts. */
  private record Facts(
      ActorId actor, @Nullable Iri iri, Set<ActorId> followed, Set<ActorId> followers) {

    Permission judge(Post post, Deed deed) {
      if (post.author().equals(actor)) return Permission.OPEN;
      if (deed == Deed.QUOTE && (!post.reach().isOpen() || post.isBoost()))
        return Permission.DENIED;
      if (deed == Deed.REPLY && (names(post) || actor.equals(post.inReplyToAuthor())))
        return Permission.OPEN;
      if (deed == Deed.REPLY && post.locked()) return Permission.DENIED;
      Rule rule = post.policy().of(deed);
      if (rule == null)
        return deed == Deed.QUOTE && !post.local() ? Permission.DENIED : Permission.OPEN;
      return judge(post, rule);
    }

    /** Who is meant personally comes before who belongs to a group. */
    private Permission judge(Post post, Rule rule) {
      if (isNamed(post, rule.automatic())) return Permission.OPEN;
      if (isNamed(post, rule.manual())) return Permission.MANUAL;
      if (rule.automatic().has(Group.PUBLIC)) return Permission.OPEN;
      if (belongs(post, rule.automatic())) return Permission.KNOWN;
      if (rule.manual().has(Group.PUBLIC) || belongs(post, rule.manual())) return Permission.MANUAL;
      boolean puzzling = !rule.automatic().people().isEmpty() || !rule.manual().people().isEmpty();
      return puzzling && !post.local() ? Permission.UNKNOWN : Permission.DENIED;
    }

    private boolean isNamed(Post post, Circle circle) {
      return (iri != null && circle.people().contains(iri))
          || (circle.has(Group.MENTIONED) && names(post));
    }

    private boolean names(Post post) {
      return post.mentions().stream().anyMatch(mention -> mention.actor().equals(actor));
    }

    private boolean belongs(Post post, Circle circle) {
      return (circle.has(Group.FOLLOWERS) && followed.contains(post.author()))
          || (circle.has(Group.FOLLOWING) && followers.contains(post.author()));
    }
  }
}
