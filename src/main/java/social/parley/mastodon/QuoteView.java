package social.parley.mastodon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.posts.Deed;
import social.parley.posts.Permission;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.quotes.Quotes;
import social.parley.quotes.ShownQuote;

/** What posts quote and who may quote them, for many posts at once. */
final class QuoteView {
  private final Posts posts;
  private final Quotes quotes;

  QuoteView(Posts posts, Quotes quotes) {
    this.posts = posts;
    this.quotes = quotes;
  }

  /** The quotes in some posts, and those in what is quoted there. */
  record Loaded(
      Map<PostId, ShownQuote> outer,
      Map<PostId, ShownQuote> inner,
      Map<PostId, Permission> permissions) {

    /** What is quoted and may be shown. */
    List<Post> quoted() {
      return quotedIn(outer);
    }

    private static List<Post> quotedIn(Map<PostId, ShownQuote> shown) {
      Map<PostId, Post> quoted = new LinkedHashMap<>();
      for (ShownQuote one : shown.values())
        if (one.quoted() != null) quoted.put(one.quoted().id(), one.quoted());
      return List.copyOf(quoted.values());
    }

    /** The quote of a post, with {@code status} to fill what is quoted. */
    @Nullable QuoteJson quote(Post post, Function<Post, StatusJson> status) {
      ShownQuote shown = outer.get(post.id());
      if (shown == null) return null;
      Post quoted = shown.quoted();
      return new QuoteJson(state(shown), quoted == null ? null : status.apply(quoted));
    }

    /** The quote of a post that is itself quoted. */
    QuoteJson.@Nullable Shallow shallow(Post post) {
      ShownQuote shown = inner.get(post.id());
      if (shown == null) return null;
      Post quoted = shown.quoted();
      return new QuoteJson.Shallow(state(shown), quoted == null ? null : quoted.id().toString());
    }

    Permission permission(Post post) {
      return permissions.getOrDefault(post.id(), Permission.DENIED);
    }

    private static String state(ShownQuote shown) {
      return shown.state().name().toLowerCase(Locale.ROOT);
    }
  }

  Loaded load(@Nullable ActorId viewer, Collection<Post> among) {
    Map<PostId, ShownQuote> outer = quotes.shown(viewer, among);
    List<Post> quoted = Loaded.quotedIn(outer);
    Map<PostId, ShownQuote> inner = quoted.isEmpty() ? Map.of() : quotes.shown(viewer, quoted);
    List<Post> all = new ArrayList<>(among);
    all.addAll(quoted);
    return new Loaded(outer, inner, posts.permissions(viewer, all, Deed.QUOTE));
  }
}
