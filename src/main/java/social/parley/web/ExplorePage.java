package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.cards.Card;
import social.parley.cards.Cards;
import social.parley.core.ActorId;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.media.RemoteMedia;
import social.parley.people.Directory;
import social.parley.people.Suggestion;
import social.parley.people.Suggestions;
import social.parley.storage.Database;
import social.parley.trends.LinkDay;
import social.parley.trends.Trends;

/** What is talked about, and people who want to be found. */
public final class ExplorePage implements Endpoints {
  private static final int TAGS = 20;
  private static final int FEW = 5;
  private static final int LINKS = 20;
  private static final int MOST_PAGES = 50;
  private static final int LATELY = 2;

  private final PageParts parts;
  private final Sources sources;
  private final TagRows rows;
  private final Introductions introductions;

  /** Where it all comes from. */
  record Sources(
      Database database,
      Trends trends,
      Cards cards,
      RemoteMedia remote,
      Directory directory,
      Suggestions suggestions) {}

  ExplorePage(PageParts parts, Sources sources, TagRows rows) {
    this.parts = parts;
    this.sources = sources;
    this.rows = rows;
    this.introductions = parts.introductions();
  }

  /** Posts that are liked. */
  public record Posts(List<PostView> posts) {}

  /** Tags that are used. */
  public record Tags(List<TagRow> tags) {}

  /** Links that are passed on. */
  public record Links(List<Link> links) {}

  /** One of them, and how many people passed it on lately. */
  public record Link(LinkCard card, long people) {}

  /** People by when they last wrote or came; the suggestions are for the visitor alone. */
  public record Found(
      boolean local,
      boolean newest,
      List<Introductions.Introduced> suggested,
      List<Introductions.Introduced> people,
      @Nullable String more) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.page(routes, "/explore", this::posts);
    routing.page(routes, "/explore/tags", this::tags);
    routing.page(routes, "/explore/links", this::links);
    routing.page(routes, "/explore/people", this::people);
    routing.page(routes, "/directory", ctx -> LocalPath.go(ctx, "/explore/people"));
  }

  private void posts(Context ctx) {
    Visitor visitor = parts.visitors().find(ctx).orElse(null);
    ActorId viewer = visitor == null ? null : visitor.id();
    Trends.Found found = sources.trends().posts(viewer, 0, Feeds.PEOPLE);
    show(
        ctx,
        "explore-posts",
        new Posts(parts.views().of(visitor, found.posts(), FilterContext.PUBLIC)));
  }

  private void tags(Context ctx) {
    boolean panel = LocalPath.isPartial(ctx);
    Tags view = new Tags(rows.of(sources.trends().tags(0, panel ? FEW : TAGS)));
    if (panel) parts.pages().part(ctx, "trending", "view", view);
    else show(ctx, "explore-tags", view);
  }

  private void links(Context ctx) {
    List<Long> ids = sources.trends().links(0, LINKS);
    Map<Long, Card> cards =
        ids.isEmpty() ? Map.of() : sources.database().read(db -> sources.cards().byIds(db, ids));
    Map<Long, List<LinkDay>> history = sources.trends().history(ids);
    List<Link> links = new ArrayList<>();
    for (Long id : ids) {
      Card card = cards.get(id);
      if (card == null) continue;
      long people =
          history.getOrDefault(id, List.of()).stream()
              .limit(LATELY)
              .mapToLong(LinkDay::accounts)
              .sum();
      links.add(new Link(LinkCard.of(card, sources.remote()), people));
    }
    show(ctx, "explore-links", new Links(links));
  }

  private void people(Context ctx) {
    Parameters given = Parameters.of(ctx);
    Visitor visitor = parts.visitors().find(ctx).orElse(null);
    ActorId viewer = visitor == null ? null : visitor.id();
    boolean everywhere = given.flag("everywhere", false);
    boolean newest = "new".equals(given.text("order"));
    Long asked = given.number("page");
    int page = asked == null ? 0 : (int) Math.clamp(asked, 0, MOST_PAGES);
    List<ActorId> found =
        sources
            .directory()
            .page(
                viewer,
                newest ? Directory.Order.NEW : Directory.Order.ACTIVE,
                !everywhere,
                page * Feeds.LENGTH,
                Feeds.LENGTH + 1);
    String more =
        found.size() <= Feeds.LENGTH || page == MOST_PAGES
            ? null
            : "/explore/people?page="
                + (page + 1)
                + (everywhere ? "&everywhere=true" : "")
                + (newest ? "&order=new" : "");
    List<ActorId> shown = found.subList(0, Math.min(found.size(), Feeds.LENGTH));
    Found view =
        new Found(
            !everywhere,
            newest,
            page > 0 ? List.of() : suggested(visitor),
            introductions.of(visitor, shown),
            more);
    if (LocalPath.isPartial(ctx)) parts.pages().part(ctx, "directory", "list", view);
    else show(ctx, "explore-people", view);
  }

  private List<Introductions.Introduced> suggested(@Nullable Visitor visitor) {
    if (visitor == null) return List.of();
    return introductions.of(
        visitor,
        sources.suggestions().of(visitor.id(), 0, 6).stream().map(Suggestion::actor).toList());
  }

  private void show(Context ctx, String template, Object view) {
    parts
        .pages()
        .show(ctx, Head.of(say("nav.explore")).at(Nav.EXPLORE).hidden(true), template, view);
  }
}
