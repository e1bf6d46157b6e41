package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.parley.core.ActorId;
import social.parley.follows.Relationships;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.AccountIds;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.AccountView;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Views;

/** {@code familiar_followers}: who of the people one follows follows somebody too. */
public final class FamiliarApi implements Endpoints {
  private static final int MOST_ASKED = 80;
  private static final int MOST_SHOWN = 40;

  private final Authorization authorization;
  private final AccountView view;
  private final Relationships relationships;

  /** The FamiliarFollowers entity. */
  record Familiar(String id, List<AccountJson> accounts) {}

  public FamiliarApi(Views views, Relationships relationships) {
    this.authorization = views.authorization();
    this.view = views.accounts();
    this.relationships = relationships;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/accounts/familiar_followers", this::list);
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:follows").actor();
    List<ActorId> asked =
        AccountIds.of(Parameters.of(ctx).texts("id")).stream().limit(MOST_ASKED).toList();
    Map<ActorId, List<ActorId>> familiar = relationships.familiar(me, asked, MOST_SHOWN);
    Set<ActorId> all = familiar.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    Map<String, AccountJson> shown =
        view.of(all).stream().collect(Collectors.toMap(AccountJson::id, Function.identity()));
    ctx.json(
        familiar.entrySet().stream()
            .map(entry ->
                new Familiar(
                    entry.getKey().toString(),
                    entry.getValue().stream()
                        .map(one -> shown.get(one.toString()))
                        .filter(Objects::nonNull)
                        .toList()))
            .toList());
  }
}
