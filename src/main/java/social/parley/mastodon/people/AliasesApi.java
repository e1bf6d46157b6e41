package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiConsumer;
import social.parley.core.ActorId;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Views;
import social.parley.moves.Moves;

/** Which other accounts are also a person's, as Pleroma's apps say it: who may move here. */
public final class AliasesApi implements Endpoints {
  private static final String PATH = "/api/pleroma/aliases";

  private final Authorization authorization;
  private final Moves moves;

  /** The handles of those accounts, or the address of one that is not known any more. */
  record Aliases(List<String> aliases) {}

  public AliasesApi(Views views, Moves moves) {
    this.authorization = views.authorization();
    this.moves = moves;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.put(PATH, ctx -> change(ctx, (me, alias) -> moves.addAlias(me, moves.named(alias))));
    routes.delete(PATH, ctx -> change(ctx, moves::dropAlias));
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:accounts").actor();
    ctx.json(new Aliases(moves.aliases(me)));
  }

  private void change(Context ctx, BiConsumer<ActorId, String> change) {
    ActorId me = authorization.user(ctx, "write:accounts").actor();
    change.accept(me, Parameters.of(ctx).text("alias", ""));
    ctx.json(OwnAccountApi.Done.SUCCESS);
  }
}
