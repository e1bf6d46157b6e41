package social.parley.mastodon;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.filters.FilterContext;
import social.parley.http.Rendered;
import social.parley.mastodon.StatusRendering.Shown;
import social.parley.mastodon.collections.CollectionJson;
import social.parley.mastodon.collections.TaggedCollections;
import social.parley.mastodon.events.EventJson;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.Mark;
import social.parley.reactions.Marks;

/** Fills Status entities: a fixed number of statements for a page, however long it is. */
public final class StatusView {
  private final Clock clock;
  private final Posts posts;
  private final Marks marks;
  private final AccountView accounts;
  private final EmojiView emojis;
  private final StatusRendering rendering;
  private final FilterView filters;
  private final QuoteView quotes;
  private final TaggedCollections collections;

  StatusView(
      Clock clock,
      Posts posts,
      Marks marks,
      AccountView accounts,
      EmojiView emojis,
      StatusRendering rendering,
      FilterView filters,
      QuoteView quotes,
      TaggedCollections collections) {
    this.clock = clock;
    this.posts = posts;
    this.marks = marks;
    this.accounts = accounts;
    this.emojis = emojis;
    this.rendering = rendering;
    this.filters = filters;
    this.quotes = quotes;
    this.collections = collections;
  }

  public StatusJson of(@Nullable ActorId viewer, Post post) {
    return of(viewer, List.of(post)).getFirst();
  }

  /** In the order given; a boost of something the viewer may not see is left out. */
  public List<StatusJson> of(@Nullable ActorId viewer, List<Post> page) {
    return of(viewer, page, null);
  }

  /** The same with only those filters of the viewer marked that count there. */
  public List<StatusJson> of(
      @Nullable ActorId viewer, List<Post> page, @Nullable FilterContext where) {
    List<StatusJson> statuses = new ArrayList<>(page.size());
    fill(viewer, page, where, (_, status) -> statuses.add(status));
    return statuses;
  }

  /** The same by the ids of the posts. */
  public Map<PostId, StatusJson> byId(
      @Nullable ActorId viewer, List<Post> page, @Nullable FilterContext where) {
    Map<PostId, StatusJson> statuses = HashMap.newHashMap(page.size());
    fill(viewer, page, where, statuses::put);
    return statuses;
  }

  private void fill(
      @Nullable ActorId viewer,
      List<Post> page,
      @Nullable FilterContext where,
      BiConsumer<PostId, StatusJson> each) {
    if (page.isEmpty()) return;
    Loaded loaded = load(viewer, page, where);
    for (Post post : page) {
      StatusJson status = status(loaded, post);
      if (status != null) each.accept(post.id(), status);
    }
  }

  /** An own post just before it is deleted: with its text instead of its HTML. */
  StatusJson deleted(Post post) {
    Loaded loaded = load(post.author(), List.of(post), null);
    return status(loaded, post, post, rendering.withText(post), null);
  }

  /** Everything a page needs, by post or by author. */
  private record Loaded(
      @Nullable ActorId viewer,
      Map<PostId, Post> boosted,
      Map<ActorId, Rendered> authors,
      Map<PostId, StatusCommon> common,
      Map<PostId, Poll> polls,
      Map<PostId, Mark> marks,
      Map<PostId, List<FilterJson.Result>> filtered,
      QuoteView.Loaded quotes,
      Map<PostId, List<CollectionJson>> tagged) {}

  private Loaded load(@Nullable ActorId viewer, List<Post> page, @Nullable FilterContext where) {
    Map<PostId, Post> boosted = boosted(viewer, page);
    Map<PostId, Shown> shown = HashMap.newHashMap(2 * page.size());
    Map<PostId, Post> contents = HashMap.newHashMap(page.size());
    Set<ActorId> authors = new LinkedHashSet<>();
    for (Post post : page) {
      Post content = post.boostOf() == null ? post : boosted.get(post.boostOf());
      if (content == null) continue;
      contents.put(content.id(), content);
      shown.put(content.id(), new Shown(content, content));
      authors.add(content.author());
      if (post != content) {
        shown.put(post.id(), new Shown(post, content));
        authors.add(post.author());
      }
      if (content.community() != null) authors.add(content.community());
    }
    QuoteView.Loaded quoted = quotes.load(viewer, contents.values());
    for (Post post : quoted.quoted()) {
      contents.put(post.id(), post);
      shown.put(post.id(), new Shown(post, post));
      authors.add(post.author());
      if (post.community() != null) authors.add(post.community());
    }
    Map<PostId, StatusCommon> common = rendering.of(shown.values());
    List<PostId> polls = new ArrayList<>();
    List<Post> linking = new ArrayList<>();
    for (Post post : contents.values()) {
      if (post.hasPoll()) polls.add(post.id());
      if (Objects.requireNonNull(common.get(post.id())).linksCollections()) linking.add(post);
    }
    return new Loaded(
        viewer,
        boosted,
        accounts.rendered(authors),
        common,
        polls.isEmpty() ? Map.of() : posts.pollsOf(polls),
        marks.of(viewer, contents.values()),
        filters.of(viewer, shown.values(), where),
        quoted,
        collections.of(viewer, linking));
  }

  private Map<PostId, Post> boosted(@Nullable ActorId viewer, List<Post> page) {
    List<PostId> ids = new ArrayList<>();
    for (Post post : page) if (post.boostOf() != null) ids.add(post.boostOf());
    if (ids.isEmpty()) return Map.of();
    Map<PostId, Post> boosted = new HashMap<>();
    for (Post post : posts.visibleInOrder(viewer, ids)) boosted.put(post.id(), post);
    return boosted;
  }

  private @Nullable StatusJson status(Loaded loaded, Post post) {
    if (post.boostOf() == null) return status(loaded, post, post, common(loaded, post), null);
    Post boosted = loaded.boosted().get(post.boostOf());
    if (boosted == null) return null;
    StatusJson reblog = status(loaded, boosted, boosted, common(loaded, boosted), null);
    return status(loaded, post, boosted, common(loaded, post), reblog);
  }

  private static @Nullable Rendered community(Loaded loaded, Post post) {
    ActorId community = post.community();
    return community == null ? null : loaded.authors().get(community);
  }

  private static StatusCommon common(Loaded loaded, Post post) {
    return Objects.requireNonNull(loaded.common().get(post.id()));
  }

  /** {@code content} is what is shown and acted upon: the post itself, or what it boosts. */
  private StatusJson status(
      Loaded loaded, Post post, Post content, StatusCommon common, @Nullable StatusJson reblog) {
    return new StatusJson(
        post.id().toString(),
        common,
        Objects.requireNonNull(loaded.authors().get(post.author())),
        community(loaded, post),
        reblog,
        loaded.quotes().quote(content, quoted -> quoted(loaded, quoted)),
        poll(loaded, content),
        reactions(loaded, content, common),
        loaded.quotes().permission(content),
        loaded.tagged().getOrDefault(content.id(), List.of()),
        own(loaded, post, content));
  }

  /** What is quoted only names what it quotes itself. */
  private StatusJson quoted(Loaded loaded, Post post) {
    StatusCommon common = common(loaded, post);
    return new StatusJson(
        post.id().toString(),
        common,
        Objects.requireNonNull(loaded.authors().get(post.author())),
        community(loaded, post),
        null,
        loaded.quotes().shallow(post),
        poll(loaded, post),
        reactions(loaded, post, common),
        loaded.quotes().permission(post),
        loaded.tagged().getOrDefault(post.id(), List.of()),
        own(loaded, post, post));
  }

  private List<ReactionJson> reactions(Loaded loaded, Post content, StatusCommon common) {
    return common.reactions().isEmpty()
        ? List.of()
        : emojis.reactions(
            common.reactions(), loaded.marks().getOrDefault(content.id(), Mark.NONE).reactions());
  }

  private static StatusJson.@Nullable Own own(Loaded loaded, Post post, Post content) {
    if (loaded.viewer() == null) return null;
    Mark mark = loaded.marks().getOrDefault(content.id(), Mark.NONE);
    boolean mine = content.author().equals(loaded.viewer());
    return new StatusJson.Own(
        mark.favourited(),
        mark.disliked(),
        mark.boosted(),
        mark.muted(),
        mark.bookmarked(),
        loaded.filtered().getOrDefault(post.id(), List.of()),
        mine && post == content ? mark.pinned() : null,
        EventJson.joinState(mark.attendance()));
  }

  private @Nullable PollJson poll(Loaded loaded, Post post) {
    Poll poll = loaded.polls().get(post.id());
    if (poll == null) return null;
    ActorId viewer = loaded.viewer();
    return PollJson.of(
        poll,
        emojis.of(post.emoji()),
        viewer == null ? null : loaded.marks().getOrDefault(post.id(), Mark.NONE).votes(),
        post.author().equals(viewer),
        clock.instant());
  }
}
