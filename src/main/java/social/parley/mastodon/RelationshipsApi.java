package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.follows.Blocks;
import social.parley.follows.Follow;
import social.parley.follows.FollowOptions;
import social.parley.follows.Follows;
import social.parley.follows.Relationship;
import social.parley.follows.Relationships;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.storage.Database;

/** Following, blocking and muting, and the lists of those. */
final class RelationshipsApi implements Endpoints {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final int MOST_LANGUAGES = 100;

  private final Authorization authorization;
  private final Database database;
  private final Clock clock;
  private final Actors actors;
  private final Follows follows;
  private final Blocks blocks;
  private final Relationships relationships;
  private final AccountView view;
  private final Paging paging;

  RelationshipsApi(
      Authorization authorization,
      Database database,
      Clock clock,
      Actors actors,
      Follows follows,
      Blocks blocks,
      Relationships relationships,
      AccountView view,
      Paging paging) {
    this.authorization = authorization;
    this.database = database;
    this.clock = clock;
    this.actors = actors;
    this.follows = follows;
    this.blocks = blocks;
    this.relationships = relationships;
    this.view = view;
    this.paging = paging;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/accounts/relationships", this::list);
    routes.post("/api/v1/accounts/{id}/follow", this::follow);
    action(routes, "unfollow", "write:follows", follows::unfollow);
    action(routes, "remove_from_followers", "write:follows", follows::removeFollower);
    action(routes, "block", "write:blocks", blocks::block);
    action(routes, "unblock", "write:blocks", blocks::unblock);
    action(routes, "unmute", "write:mutes", blocks::unmute);
    routes.post("/api/v1/accounts/{id}/mute", this::mute);
    routes.get("/api/v1/blocks", ctx -> people(ctx, "read:blocks", blocks::blocked));
    routes.get("/api/v1/mutes", this::mutes);
    routes.get("/api/v1/follow_requests", ctx -> people(ctx, "read:follows", follows::requests));
    request(routes, "authorize", follows::acceptRequest);
    request(routes, "reject", follows::rejectRequest);
  }

  private void action(
      RoutesConfig routes, String name, String scope, BiConsumer<ActorId, ActorId> action) {
    routes.post(
        "/api/v1/accounts/{id}/" + name,
        ctx -> {
          ActorId me = authorization.user(ctx, scope).actor();
          ActorId target = target(ctx, "id");
          action.accept(me, target);
          answer(ctx, me, target);
        });
  }

  private void request(RoutesConfig routes, String name, BiConsumer<ActorId, ActorId> action) {
    routes.post(
        "/api/v1/follow_requests/{account}/" + name,
        ctx -> {
          ActorId me = authorization.user(ctx, "write:follows").actor();
          ActorId target = target(ctx, "account");
          action.accept(me, target);
          answer(ctx, me, target);
        });
  }

  private void follow(Context ctx) {
    ActorId me = authorization.user(ctx, "write:follows").actor();
    ActorId target = target(ctx, "id");
    Parameters given = Parameters.of(ctx);
    FollowOptions now =
        database
            .read(db -> follows.find(db, me, target))
            .map(Follow::options)
            .orElse(FollowOptions.USUAL);
    follows.follow(
        me,
        target,
        new FollowOptions(
            given.flag("reblogs", now.boosts()),
            given.flag("notify", now.notifying()),
            given.has("languages") ? languages(given) : now.languages()));
    answer(ctx, me, target);
  }

  private static List<String> languages(Parameters given) {
    return given.texts("languages").stream()
        .map(String::strip)
        .filter(language -> LANGUAGE.matcher(language).matches())
        .distinct()
        .limit(MOST_LANGUAGES)
        .toList();
  }

  private void mute(Context ctx) {
    ActorId me = authorization.user(ctx, "write:mutes").actor();
    ActorId target = target(ctx, "id");
    Parameters given = Parameters.of(ctx);
    Long seconds = given.number("duration");
    Instant until = seconds == null || seconds <= 0 ? null : clock.instant().plusSeconds(seconds);
    blocks.mute(me, target, given.flag("notifications", true), until);
    answer(ctx, me, target);
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:follows").actor();
    Parameters given = Parameters.of(ctx);
    boolean suspended = given.flag("with_suspended", false);
    List<ActorId> wanted = AccountIds.of(given.texts("id"));
    var known = actors.byIds(wanted);
    List<ActorId> ids =
        wanted.stream().filter(id -> isShown(known.get(id), suspended)).limit(200).toList();
    ctx.json(relationships.of(me, ids).values().stream().map(RelationshipJson::of).toList());
  }

  private static boolean isShown(@Nullable Actor actor, boolean suspended) {
    return actor != null && (actor.isPresent() || (suspended && !actor.isDeleted()));
  }

  private void people(Context ctx, String scope, BiFunction<ActorId, Cursor, Page<ActorId>> list) {
    ActorId me = authorization.user(ctx, scope).actor();
    Page<ActorId> page = list.apply(me, paging.hidden(ctx, 40, 80));
    paging.link(ctx, page);
    ctx.json(view.of(page.items()));
  }

  private void mutes(Context ctx) {
    ActorId me = authorization.user(ctx, "read:mutes").actor();
    Page<ActorId> page = blocks.muted(me, paging.hidden(ctx, 40, 80));
    paging.link(ctx, page);
    var known = relationships.of(me, page.items());
    ctx.json(
        view.of(page.items()).stream()
            .map(account -> new AccountJson.Muted(account, until(known.get(id(account)))))
            .toList());
  }

  private static ActorId id(AccountJson account) {
    return ActorId.parse(account.id());
  }

  private static @Nullable String until(@Nullable Relationship relationship) {
    Instant until = relationship == null ? null : relationship.mutingUntil();
    return until == null ? null : ApiDates.of(until);
  }

  private void answer(Context ctx, ActorId me, ActorId target) {
    ctx.json(RelationshipJson.of(relationships.of(me, target)));
  }

  private ActorId target(Context ctx, String name) {
    ActorId id = ActorId.parse(ctx.pathParam(name));
    return actors
        .byId(id)
        .filter(actor -> !actor.isDeleted())
        .map(Actor::id)
        .orElseThrow(Refused.NotFound::new);
  }
}
