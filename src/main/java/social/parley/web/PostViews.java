package social.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
  private static final long MOST_BYTES = 24 << 20;

  /** What a view takes besides its text, and how often that stands in it, in bytes and letters. */
  private static final int AROUND = 8000;

  private static final int TIMES = 5;

  private final PostParts parts;
  private final PostMaker maker;
  private final PostTranslations translations;
  private final People people;
  private final EmojiText emoji;
  private final Cache<PostBasis, PostView> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((PostBasis basis, PostView _) -> weight(basis))
          .expireAfterWrite(KeptParts.KEPT)
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

  private static int weight(PostBasis basis) {
    Post quoted = basis.quotedPost();
    int text = basis.post().html().length() + (quoted == null ? 0 : quoted.html().length());
    return AROUND + TIMES * text;
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
    List<@Nullable PostView> found = new ArrayList<>(rows.size());
    List<PostBasis> missing = new ArrayList<>();
    Named named = new Named(loaded, HashMap.newHashMap(rows.size()), emoji.edition());
    for (Post row : rows) {
      Post post = loaded.content(row);
      PostBasis basis = post == null ? null : basis(named, row, post, true);
      if (basis == null) continue;
      PostView view = kept.getIfPresent(basis);
      boolean holds = view != null && loaded.now().isBefore(view.until());
      bases.add(basis);
      found.add(holds ? view : null);
      if (!holds) missing.add(basis);
    }
    Map<PostBasis, PostView> made = missing.isEmpty() ? Map.of() : made(missing, loaded.now());
    List<PostView> views = new ArrayList<>(bases.size());
    for (int i = 0; i < bases.size(); i++) {
      PostView view = found.get(i);
      views.add(view != null ? view : Objects.requireNonNull(made.get(bases.get(i))));
    }
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

  /** What was read, and the people in it as they are named there. */
  private record Named(Loaded loaded, Map<ActorId, PersonView> people, Object edition) {}

  private @Nullable PostBasis basis(Named named, Post row, Post post, boolean whole) {
    Loaded loaded = named.loaded();
    PersonView author = person(named, post.author());
    if (author == null) return null;
    Mark mark = loaded.mark(post);
    return new PostBasis(
        Words.now(),
        loaded.visitor() != null,
        row,
        post,
        author,
        row == post ? null : person(named, row.author()),
        person(named, post.inReplyToAuthor()),
        person(named, post.community()),
        own(loaded, post),
        mark.votes(),
        mark.reactions(),
        mark.attendance(),
        filtered(loaded.filtered().getOrDefault(row.id(), List.of())),
        whole ? quoted(named, post) : null,
        named.edition());
  }

  private @Nullable PersonView person(Named named, @Nullable ActorId id) {
    if (id == null) return null;
    PersonView known = named.people().get(id);
    if (known != null) return known;
    Actor actor = named.loaded().people().get(id);
    if (actor == null) return null;
    PersonView view = people.of(actor);
    named.people().put(id, view);
    return view;
  }

  private PostBasis.@Nullable Quoted quoted(Named named, Post post) {
    Map<PostId, ShownQuote> quotes = named.loaded().quotes();
    ShownQuote shown = quotes.get(post.id());
    if (shown == null) return null;
    Post quoted = shown.quoted();
    return new PostBasis.Quoted(
        shown.state(),
        quoted == null || shown.state() != ShownQuote.State.ACCEPTED
            ? null
            : basis(named, quoted, quoted, false),
        quoted != null && quotes.containsKey(quoted.id()));
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
