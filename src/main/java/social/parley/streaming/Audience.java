package social.parley.streaming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.lists.ListId;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.storage.Reading;
import social.parley.streaming.Channel.Everyone;
import social.parley.streaming.Channel.Where;
import social.parley.timelines.HomesWritten;
import social.parley.timelines.Listeners;
import social.parley.timelines.ListsWritten;

/** Who of those connected hears of a post: a handful of statements, however many they are. */
final class Audience {
  private final Registry registry;
  private final Posts posts;
  private final Listeners listeners;

  Audience(Registry registry, Posts posts, Listeners listeners) {
    this.registry = registry;
    this.posts = posts;
    this.listeners = listeners;
  }

  /** Those on whose home or list the post stands, and those who listen in public. */
  List<Subscription> of(Reading db, Post post) {
    List<Subscription> all = own(db, post);
    all.addAll(willing(db, post));
    return allowed(db, post, all);
  }

  /** Those who listen in public; homes and lists hear of a new post as it is written on them. */
  List<Subscription> ofNew(Reading db, Post post) {
    return allowed(db, post, willing(db, post));
  }

  private List<Subscription> willing(Reading db, Post post) {
    List<Subscription> open = inPublic(db, post);
    open.addAll(inThread(post));
    if (open.isEmpty()) return open;
    Set<ActorId> unwilling = listeners.unwilling(db, post);
    open.removeIf(one -> unwilling.contains(one.connection().person()));
    return open;
  }

  /** Those on whose homes a post has been written. */
  List<Subscription> of(Reading db, HomesWritten part) {
    return allowed(db, part.post(), homes(part.people()));
  }

  /** Those who listen to lists on which it has been written. */
  List<Subscription> of(Reading db, ListsWritten part) {
    return allowed(db, part.post(), lists(part.lists()));
  }

  /** Those who may have heard of a post that goes. */
  List<Subscription> ofDeleted(Reading db, Post post) {
    List<Subscription> all = own(db, post);
    all.addAll(inPublic(db, post));
    all.addAll(allowed(db, post, List.copyOf(inThread(post))));
    return all;
  }

  private List<Subscription> own(Reading db, Post post) {
    List<Subscription> all = homes(listeners.homes(db, post, registry.homeOwners()));
    all.addAll(lists(listeners.lists(db, post, registry.lists())));
    return all;
  }

  private List<Subscription> homes(Collection<ActorId> owners) {
    List<Subscription> all = new ArrayList<>();
    for (ActorId owner : owners) all.addAll(registry.of(new Channel.Home(owner)));
    return all;
  }

  private List<Subscription> lists(Collection<ListId> lists) {
    List<Subscription> all = new ArrayList<>();
    for (ListId list : lists) all.addAll(registry.of(new Channel.ListOf(list)));
    return all;
  }

  private Collection<Subscription> inThread(Post post) {
    return post.threadRoot() == null || post.isBoost()
        ? List.of()
        : registry.of(new Channel.Answers(post.threadRoot()));
  }

  private List<Subscription> inPublic(Reading db, Post post) {
    List<Subscription> all = new ArrayList<>();
    if (post.reach() != Reach.PUBLIC || post.isBoost()) return all;
    for (String tag : new HashSet<>(post.tags())) {
      all.addAll(registry.of(new Channel.Tagged(tag, false)));
      if (post.local()) all.addAll(registry.of(new Channel.Tagged(tag, true)));
    }
    boolean toOther = post.isReply() && !post.author().equals(post.inReplyToAuthor());
    if (!toOther) {
      addPublic(all, post, Where.ANYWHERE);
      addPublic(all, post, post.local() ? Where.HERE : Where.ELSEWHERE);
    }
    if (!all.isEmpty() && !listeners.isListed(db, post)) all.clear();
    return all;
  }

  private void addPublic(List<Subscription> all, Post post, Where where) {
    all.addAll(registry.of(new Everyone(where, false)));
    if (post.hasMedia()) all.addAll(registry.of(new Everyone(where, true)));
  }

  private List<Subscription> allowed(Reading db, Post post, List<Subscription> all) {
    if (all.isEmpty()) return all;
    Set<ActorId> people = new HashSet<>();
    for (Subscription one : all) people.add(one.connection().person());
    Set<ActorId> allowed = posts.visibility().who(db, post, people);
    return all.stream().filter(one -> allowed.contains(one.connection().person())).toList();
  }
}
