package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.accounts.Accounts;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.moves.Moves;

/** Moving here from another account, or away to one. */
public final class MovingPage implements Endpoints {
  private static final String PATH = "/settings/moving";

  private final Routing routing;
  private final Pages pages;
  private final Accounts accounts;
  private final Actors actors;
  private final Moves moves;

  MovingPage(Routing routing, Pages pages, Accounts accounts, Actors actors, Moves moves) {
    this.routing = routing;
    this.pages = pages;
    this.accounts = accounts;
    this.actors = actors;
    this.moves = moves;
  }

  /** The other accounts, where this one has moved (or nothing), and what was wrong. */
  public record View(List<String> aliases, String moved, Problems problems) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, PATH, (ctx, visitor) -> show(ctx, visitor, Problems.NONE));
    routing.memberForm(routes, PATH + "/aliases", this::addAlias);
    routing.memberForm(routes, PATH + "/aliases/drop", this::dropAlias);
    routing.memberForm(routes, PATH + "/move", this::move);
  }

  private void show(Context ctx, Visitor visitor, Problems problems) {
    if (problems.any()) ctx.status(422);
    Actor me = actors.byId(visitor.id()).orElseThrow(Refused.NotFound::new);
    String moved =
        me.movedTo() == null
            ? ""
            : actors.byId(me.movedTo()).map(actor -> actor.handle().toString()).orElse("");
    pages.show(
        ctx,
        Head.of(say("moving.title")).at(Nav.SETTINGS),
        "settings-moving",
        new View(moves.aliases(visitor.id()), moved, problems));
  }

  private void addAlias(Context ctx, Visitor visitor) {
    try {
      moves.addAlias(visitor.id(), moves.named(Parameters.of(ctx).text("alias", "")));
    } catch (Refused.NotFound nobody) {
      show(ctx, visitor, Problems.of("alias", say("moving.unknown")));
      return;
    }
    done(ctx);
  }

  private void dropAlias(Context ctx, Visitor visitor) {
    moves.dropAlias(visitor.id(), Parameters.of(ctx).text("alias", ""));
    done(ctx);
  }

  private void move(Context ctx, Visitor visitor) {
    routing.limit(ctx, Limit.LOGIN);
    Parameters given = Parameters.of(ctx);
    if (!accounts.hasPassword(visitor.account().id(), given.text("current_password", ""))) {
      show(ctx, visitor, Problems.of("current_password", say("moving.password")));
      return;
    }
    try {
      moves.move(visitor.id(), moves.named(given.text("target_account", "")));
    } catch (Refused.Invalid wrong) {
      show(ctx, visitor, Problems.of(wrong));
      return;
    } catch (Refused.NotFound nobody) {
      show(ctx, visitor, Problems.of("target_account", say("moving.unknown")));
      return;
    }
    done(ctx);
  }

  private void done(Context ctx) {
    pages.notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }
}
