package social.parley.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.cards.Card;
import social.parley.cards.Cards;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.filters.ActiveFilters;
import social.parley.filters.FilterContext;
import social.parley.filters.FilterMatch;
import social.parley.filters.Filters;
import social.parley.filters.PostWords;
import social.parley.media.MediaFile;
import social.parley.posts.Deed;
import social.parley.posts.Permission;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.quotes.Quotes;
import social.parley.quotes.ShownQuote;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.Mark;
import social.parley.reactions.Marks;
import social.parley.reactions.ReactionCount;
import social.parley.storage.Database;

/** All that hangs on posts: a fixed number of statements for a list, however long it is. */
final class PostParts {
  private final Sources sources;

  /** The front doors that posts and what hangs on them are read through. */
  record Sources(
      Database database,
      Clock clock,
      Actors actors,
      Posts posts,
      Marks marks,
      EmojiReactions reactions,
      Quotes quotes,
      Cards cards,
      Filters filters) {}

  PostParts(Sources sources) {
    this.sources = sources;
  }

  /** What was read; {@code boosted} and what is quoted may be seen by the visitor. */
  record Loaded(
      @Nullable Visitor visitor,
      Instant now,
      Map<PostId, Post> boosted,
      Map<ActorId, Actor> people,
      Map<PostId, Mark> marks,
      Map<PostId, ShownQuote> quotes,
      Map<PostId, Permission> quotable,
      Map<PostId, Permission> answerable,
      Map<PostId, List<FilterMatch>> filtered) {
    @Nullable ActorId viewer() {
      return visitor == null ? null : visitor.id();
    }

    Mark mark(Post post) {
      return marks.getOrDefault(post.id(), Mark.NONE);
    }

    /** The post of a row, which is another one for a boost; null when it may not be seen. */
    @Nullable Post content(Post row) {
      return row.boostOf() == null ? row : boosted.get(row.boostOf());
    }
  }

  /** What changes only together with its post. */
  record Parts(
      Map<PostId, List<MediaFile>> files,
      Map<PostId, Poll> polls,
      Map<PostId, List<ReactionCount>> reactions,
      Map<PostId, Card> cards) {}

  Instant now() {
    return sources.clock().instant();
  }

  Parts of(Collection<Post> posts) {
    return new Parts(
        files(posts),
        polls(posts),
        sources.reactions().counts(posts.stream().map(Post::id).toList()),
        cards(posts));
  }

  private Map<PostId, List<MediaFile>> files(Collection<Post> posts) {
    return sources.posts().mediaOf(with(posts, Post::hasMedia));
  }

  private Map<PostId, Poll> polls(Collection<Post> posts) {
    return sources.posts().pollsOf(with(posts, Post::hasPoll));
  }

  /** Of a list of posts and boosts that is shown there. */
  Loaded of(@Nullable Visitor visitor, Collection<Post> shown, FilterContext where) {
    ActorId viewer = visitor == null ? null : visitor.id();
    Map<PostId, Post> boosted = boosted(viewer, shown);
    Map<PostId, Post> contents = new LinkedHashMap<>();
    for (Post post : shown) if (post.boostOf() == null) contents.put(post.id(), post);
    contents.putAll(boosted);
    Map<PostId, ShownQuote> quotes = quotes(viewer, contents.values());
    Map<PostId, Post> all = quotes.isEmpty() ? contents : with(contents, quotes.values());
    return new Loaded(
        visitor,
        now(),
        boosted,
        sources.actors().byIds(people(shown, all.values())),
        sources.marks().of(viewer, all.values()),
        quotes,
        sources.posts().permissions(viewer, contents.values(), Deed.QUOTE),
        sources.posts().permissions(viewer, contents.values(), Deed.REPLY),
        viewer == null ? Map.of() : filtered(viewer, shown, boosted, where));
  }

  private static Map<PostId, Post> with(Map<PostId, Post> contents, Collection<ShownQuote> quotes) {
    Map<PostId, Post> all = new LinkedHashMap<>(contents);
    for (ShownQuote quote : quotes)
      if (quote.quoted() != null) all.putIfAbsent(quote.quoted().id(), quote.quoted());
    return all;
  }

  private Map<PostId, Post> boosted(@Nullable ActorId viewer, Collection<Post> shown) {
    Set<PostId> ids = new LinkedHashSet<>();
    for (Post post : shown) if (post.boostOf() != null) ids.add(post.boostOf());
    return ids.isEmpty() ? Map.of() : sources.posts().visible(viewer, ids);
  }

  /** Those in the posts, and those in what is quoted there, which only say that they are there. */
  private Map<PostId, ShownQuote> quotes(@Nullable ActorId viewer, Collection<Post> among) {
    Map<PostId, ShownQuote> quotes = new HashMap<>(sources.quotes().shown(viewer, among));
    List<Post> quoted = new ArrayList<>();
    for (ShownQuote quote : quotes.values()) if (quote.quoted() != null) quoted.add(quote.quoted());
    if (!quoted.isEmpty()) sources.quotes().shown(viewer, quoted).forEach(quotes::putIfAbsent);
    return quotes;
  }

  private static Set<ActorId> people(Collection<Post> shown, Collection<Post> all) {
    Set<ActorId> who = new LinkedHashSet<>();
    for (Post post : shown) who.add(post.author());
    for (Post post : all) {
      who.add(post.author());
      if (post.inReplyToAuthor() != null) who.add(post.inReplyToAuthor());
      if (post.community() != null) who.add(post.community());
    }
    return who;
  }

  private interface Having {
    boolean is(Post post);
  }

  private static List<PostId> with(Collection<Post> all, Having what) {
    return all.stream().filter(what::is).map(Post::id).toList();
  }

  /** Pictures of its own and a quote leave no room for a card. */
  private Map<PostId, Card> cards(Collection<Post> posts) {
    List<PostId> linking =
        with(
            posts,
            post -> !post.hasMedia() && post.quote() == null && post.html().contains("href="));
    return linking.isEmpty()
        ? Map.of()
        : sources.database().read(db -> sources.cards().of(db, linking));
  }

  /** By the row; nobody filters what they write themselves. */
  private Map<PostId, List<FilterMatch>> filtered(
      ActorId viewer, Collection<Post> shown, Map<PostId, Post> boosted, FilterContext where) {
    ActiveFilters active = sources.filters().active(viewer);
    if (active.isEmpty()) return Map.of();
    List<Post> contents = new ArrayList<>(boosted.values());
    for (Post post : shown) if (post.boostOf() == null) contents.add(post);
    Map<PostId, List<MediaFile>> files = files(contents);
    Map<PostId, Poll> polls = polls(contents);
    Map<PostId, List<FilterMatch>> found = new HashMap<>();
    for (Post row : shown) {
      Post post = row.boostOf() == null ? row : boosted.get(row.boostOf());
      if (post == null || post.author().equals(viewer)) continue;
      List<FilterMatch> matches =
          active.match(
              now(),
              where,
              row == post ? List.of(row.id()) : List.of(row.id(), post.id()),
              () ->
                  PostWords.of(
                      post, polls.get(post.id()), files.getOrDefault(post.id(), List.of())));
      if (!matches.isEmpty()) found.put(row.id(), matches);
    }
    return found;
  }
}
