package social.parley.mastodon.filters;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.filters.Filters;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.FilterJson;
import social.parley.mastodon.Views;

/** {@code /api/v2/filters}: filters, their keywords and the single posts they hold. */
public final class FiltersApi implements Endpoints {
  private final Authorization authorization;
  private final Filters filters;
  private final FilterReader reader;

  public FiltersApi(Views views, Filters filters, Clock clock) {
    this.authorization = views.authorization();
    this.filters = filters;
    this.reader = new FilterReader(clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/filters", this::list);
    routes.post("/api/v2/filters", this::create);
    routes.get(
        "/api/v2/filters/{id}",
        ctx -> ctx.json(FilterJson.full(filters.find(reading(ctx), id(ctx)))));
    routes.put("/api/v2/filters/{id}", this::update);
    routes.patch("/api/v2/filters/{id}", this::update);
    routes.delete("/api/v2/filters/{id}", this::delete);
    routes.get("/api/v2/filters/{id}/keywords", this::keywords);
    routes.post("/api/v2/filters/{id}/keywords", this::addKeyword);
    routes.get(
        "/api/v2/filters/keywords/{id}",
        ctx -> ctx.json(FilterJson.keyword(filters.keyword(reading(ctx), id(ctx)))));
    routes.put("/api/v2/filters/keywords/{id}", this::changeKeyword);
    routes.patch("/api/v2/filters/keywords/{id}", this::changeKeyword);
    routes.delete("/api/v2/filters/keywords/{id}", this::removeKeyword);
    routes.get("/api/v2/filters/{id}/statuses", this::statuses);
    routes.post("/api/v2/filters/{id}/statuses", this::addStatus);
    routes.get(
        "/api/v2/filters/statuses/{id}",
        ctx -> ctx.json(FilterJson.status(filters.post(reading(ctx), id(ctx)))));
    routes.delete("/api/v2/filters/statuses/{id}", this::removeStatus);
  }

  private void list(Context ctx) {
    ctx.json(filters.of(reading(ctx)).stream().map(FilterJson::full).toList());
  }

  private void create(Context ctx) {
    ActorId me = writing(ctx);
    ctx.json(FilterJson.full(filters.create(me, reader.change(Parameters.of(ctx)))));
  }

  private void update(Context ctx) {
    ActorId me = writing(ctx);
    ctx.json(FilterJson.full(filters.update(me, id(ctx), reader.change(Parameters.of(ctx)))));
  }

  private void delete(Context ctx) {
    filters.delete(writing(ctx), id(ctx));
    ctx.json(Map.of());
  }

  private void keywords(Context ctx) {
    var filter = filters.find(reading(ctx), id(ctx));
    ctx.json(filter.keywords().stream().map(FilterJson::keyword).toList());
  }

  private void addKeyword(Context ctx) {
    ActorId me = writing(ctx);
    var word = FilterReader.added(Parameters.of(ctx));
    ctx.json(FilterJson.keyword(filters.addKeyword(me, id(ctx), word)));
  }

  private void changeKeyword(Context ctx) {
    ActorId me = writing(ctx);
    var word = FilterReader.changed(id(ctx), Parameters.of(ctx));
    ctx.json(FilterJson.keyword(filters.changeKeyword(me, word)));
  }

  private void removeKeyword(Context ctx) {
    filters.removeKeyword(writing(ctx), id(ctx));
    ctx.json(Map.of());
  }

  private void statuses(Context ctx) {
    var filter = filters.find(reading(ctx), id(ctx));
    ctx.json(filter.posts().stream().map(FilterJson::status).toList());
  }

  private void addStatus(Context ctx) {
    ActorId me = writing(ctx);
    PostId post = PostId.parse(Parameters.of(ctx).text("status_id", ""));
    ctx.json(FilterJson.status(filters.addPost(me, id(ctx), post)));
  }

  private void removeStatus(Context ctx) {
    ctx.json(FilterJson.status(filters.removePost(writing(ctx), id(ctx))));
  }

  private ActorId reading(Context ctx) {
    return authorization.user(ctx, "read:filters").actor();
  }

  private ActorId writing(Context ctx) {
    return authorization.user(ctx, "write:filters").actor();
  }

  private static long id(Context ctx) {
    return FilterReader.id(ctx.pathParam("id"));
  }
}
