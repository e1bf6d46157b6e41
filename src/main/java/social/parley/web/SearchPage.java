package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.core.Choice;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.search.Finder;
import social.parley.search.Finder.Asked;
import social.parley.search.Look;
import social.parley.search.PostBounds;
import social.parley.text.Hashtag;
import social.parley.trends.TrendReviews;

/** Finding people and tags by name, posts by their words, and all by address; elsewhere, too. */
public final class SearchPage implements Endpoints {
  private static final int FEW = 4;
  private static final int MANY = 40;

  private final PageParts parts;
  private final Finder finder;
  private final TrendReviews reviews;
  private final TagRows rows;
  private final Introductions introductions;

  SearchPage(PageParts parts, Finder finder, TrendReviews reviews, TagRows rows) {
    this.parts = parts;
    this.finder = finder;
    this.reviews = reviews;
    this.rows = rows;
    this.introductions = parts.introductions();
  }

  /** What of all that was found is shown. */
  public enum Kind {
    ALL,
    POSTS,
    PEOPLE,
    TAGS
  }

  /** What was found; {@code stranger} says that the search stays on this server. */
  public record View(
      String query,
      Kind kind,
      List<Introductions.Introduced> people,
      List<TagRow> tags,
      FeedView posts,
      boolean stranger) {
    public boolean isEmpty() {
      return people.isEmpty() && tags.isEmpty() && posts.posts().isEmpty();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().page(routes, "/search", this::show);
  }

  private void show(Context ctx) {
    Parameters given = Parameters.of(ctx);
    String query = given.text("q", "").strip();
    Visitor visitor = parts.visitors().find(ctx).orElse(null);
    Kind kind = Choice.of(Kind.class, given.text("kind", "")).orElse(Kind.ALL);
    Asked asked =
        new Asked(
            visitor == null ? null : visitor.id(),
            query,
            visitor != null,
            0,
            kind == Kind.ALL ? FEW : MANY);
    boolean address = asked.address().isPresent();
    View view = address ? byAddress(visitor, asked) : byWords(ctx, visitor, asked, kind);
    if (Feeds.isContinuation(ctx)) parts.pages().part(ctx, "feed", "feed", view.posts());
    else if (address && view.posts().posts().size() == 1)
      LocalPath.go(ctx, view.posts().posts().getFirst().href());
    else
      parts
          .pages()
          .show(ctx, Head.of(say("do.search")).at(Nav.EXPLORE).hidden(true), "search", view);
  }

  private View byWords(Context ctx, @Nullable Visitor visitor, Asked asked, Kind kind) {
    boolean all = kind == Kind.ALL;
    boolean any = !asked.typed().isEmpty();
    Look look = finder.look();
    return new View(
        asked.typed(),
        kind,
        any && (all || kind == Kind.PEOPLE) ? people(visitor, look, asked) : List.of(),
        any && (all || kind == Kind.TAGS) ? tags(look, asked) : List.of(),
        any && visitor != null && (all || kind == Kind.POSTS)
            ? posts(ctx, visitor, look, asked.typed())
            : new FeedView(List.of(), null),
        visitor == null);
  }

  private FeedView posts(Context ctx, Visitor visitor, Look look, String query) {
    return parts.feeds().posts(ctx, FilterContext.PUBLIC, at -> found(visitor, look, query, at));
  }

  private static Page<Post> found(Visitor visitor, Look look, String query, Cursor at) {
    List<Post> found =
        look.posts(visitor.id(), query, new PostBounds(null, -1, at.below(), 0, at.limit()));
    if (found.isEmpty()) return Page.empty();
    return new Page<>(
        found,
        OptionalLong.of(found.getFirst().id().value()),
        OptionalLong.of(found.getLast().id().value()));
  }

  private List<Introductions.Introduced> people(@Nullable Visitor visitor, Look look, Asked asked) {
    return introductions.of(
        visitor, finder.people(look, asked, false).stream().map(Actor::id).toList());
  }

  private List<TagRow> tags(Look look, Asked asked) {
    List<String> listed = reviews.listed(finder.tags(look, asked), false);
    return rows.of(listed.stream().filter(Hashtag::isValid).limit(asked.limit()).toList());
  }

  private View byAddress(@Nullable Visitor visitor, Asked asked) {
    List<Introductions.Introduced> people = people(visitor, finder.look(), asked);
    List<Post> posts = people.isEmpty() ? finder.named(asked, true) : List.of();
    if (people.isEmpty() && posts.isEmpty())
      people = introductions.of(visitor, finder.feed(asked).map(Actor::id).stream().toList());
    return new View(
        asked.typed(),
        Kind.ALL,
        people,
        List.of(),
        new FeedView(parts.views().whole(visitor, posts), null),
        visitor == null);
  }
}
