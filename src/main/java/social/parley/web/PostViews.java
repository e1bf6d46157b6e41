package social.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Preferences;
import social.parley.accounts.ShowMedia;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.FilterAction;
import social.parley.filters.FilterContext;
import social.parley.filters.FilterMatch;
import social.parley.posts.Permission;
import social.parley.posts.Post;
import social.parley.posts.Quote;
import social.parley.posts.Reach;
import social.parley.quotes.ShownQuote;
import social.parley.reactions.Mark;
import social.parley.translations.PostTranslations;
import social.parley.web.PostParts.Loaded;
import social.parley.web.PostParts.Parts;
import social.parley.words.Words;

/**
 * Views of posts, as one visitor gets to see them. Whoever sees the same gets the very same view,
 * so that what is made from it can be kept beside it.
 */
final class PostViews {
  private static final int MOST = 4000;
  private static final Duration UNUSED = Duration.ofMinutes(2);

  private final PostParts parts;
  private final PostMaker maker;
  private final PostTranslations translations;
  private final People people;
  private final EmojiText emoji;
  private final Cache<PostBasis, PostView> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(UNUSED)
          .executor(Runnable::run)
          .build();

  PostViews(
      PostParts parts,
      PostMaker maker,
      PostTranslations translations,
      People people,
      EmojiText emoji) {
    this.parts = parts;
    this.maker = maker;
    this.translations = translations;
    this.people = people;
    this.emoji = emoji;
  }

  /** One post on its own, which no filter hides. */
  PostView of(@Nullable Visitor visitor, Post post) {
    return whole(visitor, List.of(post)).stream().findFirst().orElseThrow(Refused.NotFound::new);
  }

  /** In the order given; none is left out because of a filter. */
  List<PostView> whole(@Nullable Visitor visitor, Collection<Post> shown) {
    if (shown.isEmpty()) return List.of();
    Loaded loaded = parts.of(visitor, shown, FilterContext.THREAD);
    return views(loaded, shown);
  }

  /**
   * In the order given; a boost of something the visitor may not see is left out, and so is what
   * one of their filters hides there.
   */
  List<PostView> of(@Nullable Visitor visitor, Collection<Post> shown, FilterContext where) {
    if (shown.isEmpty()) return List.of();
    Loaded loaded = parts.of(visitor, shown, where);
    return views(loaded, shown.stream().filter(row -> !isHidden(loaded, row)).toList());
  }

  private static boolean isHidden(Loaded loaded, Post row) {
    return loaded.filtered().getOrDefault(row.id(), List.of()).stream()
        .anyMatch(match -> match.filter().action() == FilterAction.HIDE);
  }

  private List<PostView> views(Loaded loaded, Collection<Post> rows) {
    List<PostBasis> bases = new ArrayList<>(rows.size());
    List<PostBasis> missing = new ArrayList<>();
    Map<PostBasis, PostView> found = HashMap.newHashMap(rows.size());
    Object edition = emoji.edition();
    for (Post row : rows) {
      Post post = loaded.content(row);
      PostBasis basis = post == null ? null : basis(loaded, row, post, true, edition);
      if (basis == null) continue;
      bases.add(basis);
      PostView view = kept.getIfPresent(basis);
      if (view != null && loaded.now().isBefore(view.until())) found.put(basis, view);
      else missing.add(basis);
    }
    if (!missing.isEmpty()) found.putAll(made(missing, loaded.now()));
    List<PostView> views = new ArrayList<>(bases.size());
    for (PostBasis basis : bases) views.add(Objects.requireNonNull(found.get(basis)));
    return views;
  }

  private Map<PostBasis, PostView> made(List<PostBasis> bases, Instant now) {
    Map<PostId, Post> posts = new LinkedHashMap<>();
    for (PostBasis basis : bases) {
      posts.put(basis.post().id(), basis.post());
      Post quoted = basis.quotedPost();
      if (quoted != null) posts.put(quoted.id(), quoted);
    }
    Parts fresh = parts.of(posts.values());
    Map<PostBasis, PostView> made = HashMap.newHashMap(bases.size());
    for (PostBasis basis : bases) made.put(basis, maker.make(basis, fresh, now));
    kept.putAll(made);
    return made;
  }

  private @Nullable PostBasis basis(
      Loaded loaded, Post row, Post post, boolean whole, Object edition) {
    PersonView author = person(loaded, post.author());
    if (author == null) return null;
    Mark mark = loaded.mark(post);
    return new PostBasis(
        Words.now(),
        loaded.visitor() != null,
        row,
        post,
        author,
        row == post ? null : person(loaded, row.author()),
        person(loaded, post.inReplyToAuthor()),
        person(loaded, post.community()),
        own(loaded, post),
        mark.votes(),
        mark.reactions(),
        mark.attendance(),
        filtered(loaded.filtered().getOrDefault(row.id(), List.of())),
        whole ? quoted(loaded, post, edition) : null,
        edition);
  }

  private @Nullable PersonView person(Loaded loaded, @Nullable ActorId id) {
    Actor actor = id == null ? null : loaded.people().get(id);
    return actor == null ? null : people.of(actor);
  }

  private PostBasis.@Nullable Quoted quoted(Loaded loaded, Post post, Object edition) {
    ShownQuote shown = loaded.quotes().get(post.id());
    if (shown == null) return null;
    Post quoted = shown.quoted();
    return new PostBasis.Quoted(
        shown.state(),
        quoted == null || shown.state() != ShownQuote.State.ACCEPTED
            ? null
            : basis(loaded, quoted, quoted, false, edition),
        quoted != null && loaded.quotes().containsKey(quoted.id()));
  }

  private static PostView.@Nullable Filtered filtered(List<FilterMatch> matches) {
    if (matches.isEmpty()) return null;
    return new PostView.Filtered(
        Words.now().list(matches.stream().map(match -> match.filter().title()).toList()),
        matches.stream().allMatch(match -> match.filter().action() == FilterAction.BLUR));
  }

  private PostView.Own own(Loaded loaded, Post post) {
    Mark mark = loaded.mark(post);
    Visitor visitor = loaded.visitor();
    boolean mine = post.author().equals(loaded.viewer());
    Preferences chosen = visitor == null ? Preferences.DEFAULT : visitor.account().preferences();
    boolean open =
        post.warning().isEmpty() ? chosen.showMedia() == ShowMedia.ALL : chosen.expandWarnings();
    Quote quote = post.quote();
    return new PostView.Own(
        mine,
        mark.favourited(),
        mark.disliked(),
        mark.boosted(),
        mark.bookmarked(),
        mark.pinned(),
        mark.muted(),
        post.reach().isOpen() || (mine && post.reach() == Reach.FOLLOWERS),
        allowed(loaded.answerable().get(post.id())) != PostView.Quoting.NOT,
        post.community() != null && !mine,
        allowed(loaded.quotable().get(post.id())),
        quote != null && quote.accepted() && !mine && isSame(loaded.viewer(), quote.author()),
        visitor != null && translations.covers(post) && isForeign(visitor, post),
        open);
  }

  private static boolean isSame(@Nullable ActorId one, @Nullable ActorId other) {
    return one != null && one.equals(other);
  }

  private static PostView.Quoting allowed(@Nullable Permission permission) {
    return switch (permission) {
      case OPEN, KNOWN -> PostView.Quoting.FREELY;
      case MANUAL, UNKNOWN -> PostView.Quoting.ASKING;
      case DENIED -> PostView.Quoting.NOT;
      case null -> PostView.Quoting.NOT;
    };
  }

  private static boolean isForeign(Visitor visitor, Post post) {
    String language = post.language();
    if (language == null || post.html().isEmpty()) return false;
    return !primary(language).equals(primary(Languages.of(visitor)));
  }

  private static String primary(String language) {
    return Locale.forLanguageTag(language).getLanguage();
  }

  Moment moment(Instant time) {
    return Moment.of(time, parts.now());
  }
}
