package social.parley.mastodon;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Visibility;
import social.parley.reactions.ReactionCount;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.text.PlainText;

/** Fills Status entities: a fixed number of statements for a page, however long it is. */
public final class StatusView {
  private final Database database;
  private final Clock clock;
  private final Actors actors;
  private final PostParts parts;
  private final AccountView accounts;
  private final Visibility visibility;
  private final TagLinks tags;
  private final MediaView media;
  private final EmojiView emojis;
  private final FilterView filters;

  StatusView(
      Database database,
      Clock clock,
      Actors actors,
      PostParts parts,
      AccountView accounts,
      Visibility visibility,
      TagLinks tags,
      MediaView media,
      EmojiView emojis,
      FilterView filters) {
    this.database = database;
    this.clock = clock;
    this.actors = actors;
    this.parts = parts;
    this.accounts = accounts;
    this.visibility = visibility;
    this.tags = tags;
    this.media = media;
    this.emojis = emojis;
    this.filters = filters;
  }

  public StatusJson of(@Nullable ActorId viewer, Post post) {
    return of(viewer, List.of(post)).getFirst();
  }

  /** In the order given; a boost of something the viewer may not see is left out. */
  public List<StatusJson> of(@Nullable ActorId viewer, List<Post> posts) {
    if (posts.isEmpty()) return List.of();
    return database.read(db -> {
      Loaded loaded = load(db, viewer, posts);
      List<StatusJson> rendered = new ArrayList<>(posts.size());
      for (Post post : posts) {
        StatusJson status = status(loaded, post);
        if (status != null) rendered.add(status);
      }
      return rendered;
    });
  }

  /** Everything a page needs, by post or by author. */
  private record Loaded(
      @Nullable ActorId viewer,
      Instant now,
      Map<PostId, Post> boosted,
      Map<ActorId, AccountJson> authors,
      Map<PostId, List<MediaFile>> media,
      Map<PostId, Poll> polls,
      Map<PostId, List<ReactionCount>> reactions,
      PostParts.Own own,
      Map<PostId, List<FilterJson.Result>> filtered) {}

  private Loaded load(Reading db, @Nullable ActorId viewer, List<Post> posts) {
    Set<PostId> originals = new LinkedHashSet<>();
    for (Post post : posts) if (post.boostOf() != null) originals.add(post.boostOf());
    Map<PostId, Post> boosted = new HashMap<>();
    for (Post post :
        visibility.visible(db, viewer, List.copyOf(parts.posts(db, originals).values())))
      boosted.put(post.id(), post);
    List<Post> all = new ArrayList<>(boosted.values());
    for (Post post : posts) if (post.boostOf() == null) all.add(post);
    Set<ActorId> authors = new LinkedHashSet<>();
    posts.forEach(post -> authors.add(post.author()));
    all.forEach(post -> authors.add(post.author()));
    Map<ActorId, AccountJson> accountsById = new HashMap<>();
    for (Map.Entry<ActorId, Actor> entry : actors.byIds(db, authors).entrySet())
      accountsById.put(entry.getKey(), accounts.of(entry.getValue()));
    Map<PostId, List<MediaFile>> mediaById = parts.media(db, all);
    Map<PostId, Poll> polls = parts.polls(db, all);
    return new Loaded(
        viewer,
        clock.instant(),
        boosted,
        accountsById,
        mediaById,
        polls,
        parts.reactions(db, viewer, all),
        parts.own(db, viewer, all),
        filters.of(db, viewer, posts, boosted, mediaById, polls));
  }

  private @Nullable StatusJson status(Loaded loaded, Post post) {
    PostId original = post.boostOf();
    if (original == null) return status(loaded, post, post, null);
    Post boosted = loaded.boosted().get(original);
    return boosted == null
        ? null
        : status(loaded, post, boosted, status(loaded, boosted, boosted, null));
  }

  /** {@code content} is what is shown and acted upon: the post itself, or what it boosts. */
  private StatusJson status(Loaded loaded, Post post, Post content, @Nullable StatusJson reblog) {
    List<EmojiJson> emoji = emojis.of(content.emoji());
    List<ReactionJson> reactions =
        emojis.reactions(loaded.reactions().getOrDefault(content.id(), List.of()));
    PostParts.Own own = loaded.own();
    boolean person = loaded.viewer() != null;
    PostId id = content.id();
    Instant edited = content.editedAt();
    boolean mine = content.author().equals(loaded.viewer());
    return new StatusJson(
        post.id().toString(),
        ApiDates.of(post.publishedAt()),
        reblog != null ? null : text(post.inReplyTo()),
        reblog != null ? null : text(post.inReplyToAuthor()),
        content.sensitive(),
        content.warning(),
        Visibilities.name(post.reach()),
        content.language(),
        post.iri().value(),
        post.url(),
        content.replies(),
        content.boosts(),
        content.favourites(),
        0,
        edited == null ? null : ApiDates.of(edited),
        content.html(),
        null,
        reblog,
        application(content),
        Objects.requireNonNull(loaded.authors().get(post.author())),
        media.of(loaded.media().getOrDefault(id, List.of())),
        mentions(content),
        tags.of(content.tags()),
        emoji,
        null,
        null,
        poll(loaded, content, emoji),
        person ? own.favourited().contains(id) : null,
        person ? own.boosted().contains(id) : null,
        person ? own.muted().contains(id) : null,
        person ? own.bookmarked().contains(id) : null,
        person ? loaded.filtered().getOrDefault(post.id(), List.of()) : null,
        mine && reblog == null ? own.pinned().contains(id) : null,
        reactions,
        pleroma(content, person ? own.muted().contains(id) : null, reactions));
  }

  private static PleromaJson pleroma(
      Post post, @Nullable Boolean muted, List<ReactionJson> reactions) {
    PostId root = post.threadRoot() == null ? post.id() : post.threadRoot();
    return new PleromaJson(
        post.local(),
        root.toString(),
        new PleromaJson.Plain(PlainText.of(post.html())),
        new PleromaJson.Plain(post.warning()),
        reactions,
        muted);
  }

  private static StatusJson.@Nullable Application application(Post post) {
    String name = post.application();
    return name == null ? null : new StatusJson.Application(name, null);
  }

  private @Nullable PollJson poll(Loaded loaded, Post post, List<EmojiJson> emoji) {
    Poll poll = loaded.polls().get(post.id());
    if (poll == null) return null;
    ActorId viewer = loaded.viewer();
    return PollJson.of(
        poll,
        emoji,
        viewer == null ? null : loaded.own().votes().getOrDefault(post.id(), List.of()),
        post.author().equals(viewer),
        loaded.now());
  }

  private static List<StatusJson.Mention> mentions(Post post) {
    return post.mentions().stream()
        .map(mention ->
            new StatusJson.Mention(
                mention.actor().toString(), mention.username(), mention.url(), mention.acct()))
        .toList();
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
