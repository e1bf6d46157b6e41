package social.parley.web;

import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.filters.FilterContext;
import social.parley.http.Parameters;
import social.parley.posts.Post;

/** Reads lists piece by piece; the address of a page says where its piece begins. */
final class Feeds {
  static final int LENGTH = 20;
  static final int PEOPLE = 40;

  /** More news than this are better seen by opening the page anew. */
  private static final int NEWS = 40;

  private final Visitors visitors;
  private final PostViews views;

  Feeds(Visitors visitors, PostViews views) {
    this.visitors = visitors;
    this.views = views;
  }

  /** The piece of a list of posts that the request asks for; filters count as they do there. */
  FeedView posts(Context ctx, FilterContext where, Function<Cursor, Page<Post>> list) {
    Page<Post> page = list.apply(cursor(ctx, LENGTH));
    return new FeedView(
        views.of(visitors.find(ctx).orElse(null), page.items(), where),
        more(ctx, page, LENGTH, list));
  }

  static Cursor cursor(Context ctx, int length) {
    Parameters given = Parameters.of(ctx);
    Long above = given.number("since_id");
    return above == null
        ? new Cursor(given.number("max_id"), null, null, length)
        : new Cursor(null, above, null, NEWS);
  }

  /** Whether it is a piece further down, or what is new above, that a script wants to add. */
  static boolean isContinuation(Context ctx) {
    Parameters given = Parameters.of(ctx);
    return LocalPath.isPartial(ctx) && (given.has("max_id") || given.has("since_id"));
  }

  /**
   * Where the list goes on; what is hidden leaves pieces short, so a short one is looked behind.
   */
  static <T> @Nullable String more(
      Context ctx, Page<T> page, int length, Function<Cursor, Page<T>> list) {
    if (page.oldest().isEmpty() || Parameters.of(ctx).has("since_id")) return null;
    long oldest = page.oldest().getAsLong();
    if (page.items().size() < length
        && list.apply(new Cursor(oldest, null, null, 1)).oldest().isEmpty()) return null;
    StringBuilder address = new StringBuilder(ctx.req().getRequestURI()).append('?');
    ctx.queryParamMap()
        .forEach((name, values) -> {
          if (name.equals("max_id")) return;
          for (String value : values)
            address.append(name).append('=').append(encode(value)).append('&');
        });
    return address.append("max_id=").append(oldest).toString();
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
