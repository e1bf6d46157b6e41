package social.parley.posts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.CollectionDocument;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Tombstone;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.federation.ObjectSource;
import social.parley.storage.Reading;
import tools.jackson.databind.node.JsonNodeFactory;

/** Local posts as documents, for servers that fetch them: themselves, their Create, their lists. */
final class PostDocuments implements ObjectSource {
  private static final int LONGEST_THREAD = 1000;

  private final Posts.Needs needs;
  private final PostActivities activities;
  private final PostStore store = new PostStore();
  private final ThreadStore threads = new ThreadStore();
  private final Tombstones tombstones = new Tombstones();
  private final Visibility visibility = new Visibility();

  PostDocuments(Posts.Needs needs, PostActivities activities) {
    this.needs = needs;
    this.activities = activities;
  }

  @Override
  public Answer find(Iri iri, @Nullable ActorId reader) {
    return needs.database().read(db -> find(db, iri, reader));
  }

  private Answer find(Reading db, Iri iri, @Nullable ActorId reader) {
    // People paste addresses of pages into the search of their own server.
    Optional<Post> post = store.byAddress(db, iri).filter(Post::local);
    if (post.isPresent()) return shown(db, post.get(), "", reader);
    Optional<Tombstones.Grave> grave = tombstones.find(db, iri);
    if (grave.isPresent() && iri.sameOrigin(needs.settings().url()))
      return new Answer.Deleted(
          new Tombstone(
              iri,
              grave.get().formerType(),
              grave.get().deletedAt(),
              JsonNodeFactory.instance.objectNode()));
    int slash = iri.value().lastIndexOf('/');
    Optional<Post> whole =
        Iri.parse(iri.value().substring(0, slash))
            .flatMap(before -> store.byIri(db, before))
            .filter(one -> one.local() && !one.isBoost());
    return whole.isPresent()
        ? shown(db, whole.get(), iri.value().substring(slash + 1), reader)
        : new Answer.Unknown();
  }

  private Answer shown(Reading db, Post post, String part, @Nullable ActorId reader) {
    if (!visibility.canSee(db, reader, post)) return new Answer.Hidden();
    Thing thing =
        switch (part) {
          case "" ->
              post.isBoost()
                  ? activities.published(db, activities.outgoing(db, post))
                  : activities.document(db, activities.outgoing(db, post));
          case "activity" -> activities.published(db, activities.outgoing(db, post));
          case "likes" -> counted(post, part, post.favourites());
          case "shares" -> counted(post, part, post.boosts());
          case "context" -> context(db, post, reader);
          default -> null;
        };
    return thing == null ? new Answer.Unknown() : new Answer.Shown(thing);
  }

  /** How many, but not who. */
  private static Thing counted(Post post, String part, long total) {
    return CollectionDocument.ordered(PostActivities.part(post, part), total, null);
  }

  /** The conversation that a post has started (FEP-7888), as far as the reader may see it. */
  private @Nullable Thing context(Reading db, Post post, @Nullable ActorId reader) {
    Iri context = PostActivities.part(post, "context");
    if (!context.equals(post.context())) return null;
    List<PostId> thread = threads.thread(db, post.id(), LONGEST_THREAD);
    List<Ref> items =
        visibility.visible(db, reader, store.byIds(db, thread).values()).stream()
            .map(one -> Ref.of(one.iri()))
            .toList();
    return CollectionDocument.ordered(context, items);
  }

  @Override
  public Optional<String> page(Iri iri) {
    return needs
        .database()
        .read(db -> store.byIri(db, iri).filter(Post::local).flatMap(post -> page(db, post)));
  }

  /** Of a boost the page of the original, unless that would betray one that is not open. */
  private Optional<String> page(Reading db, Post post) {
    if (post.boostOf() == null) return Optional.of(post.url());
    return visibility.canSee(db, null, post)
        ? store.byId(db, post.boostOf()).map(Post::url)
        : Optional.empty();
  }
}
