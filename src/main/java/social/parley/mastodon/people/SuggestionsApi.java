package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.AccountView;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Views;
import social.parley.people.Directory;
import social.parley.people.Suggestion;
import social.parley.people.Suggestion.Reason;
import social.parley.people.Suggestions;

/** Suggestions whom to follow, in their present and old form, and the directory. */
public final class SuggestionsApi implements Endpoints {
  private final Authorization authorization;
  private final AccountView view;
  private final Suggestions suggestions;
  private final Directory directory;

  /** The Suggestion entity. */
  record Shown(String source, List<String> sources, AccountJson account) {}

  public SuggestionsApi(Views views, Suggestions suggestions, Directory directory) {
    this.authorization = views.authorization();
    this.view = views.accounts();
    this.suggestions = suggestions;
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v2/suggestions", this::list);
    routes.get("/api/v1/suggestions", this::accounts);
    routes.delete("/api/v1/suggestions/{account}", this::dismiss);
    routes.get("/api/v1/directory", this::directory);
  }

  private List<Suggestion> asked(Context ctx) {
    ActorId me = authorization.user(ctx, "read:accounts").actor();
    int limit = Parameters.of(ctx).limit("limit", 40, 80);
    return suggestions.of(me, Offsets.of(ctx), limit);
  }

  private void list(Context ctx) {
    List<Suggestion> found = asked(ctx);
    Map<String, AccountJson> accounts =
        view.of(found.stream().map(Suggestion::actor).toList()).stream()
            .collect(Collectors.toMap(AccountJson::id, Function.identity()));
    ctx.json(
        found.stream()
            .map(one -> shown(one, accounts.get(one.actor().toString())))
            .filter(Objects::nonNull)
            .toList());
  }

  private static @Nullable Shown shown(Suggestion suggestion, @Nullable AccountJson account) {
    if (account == null) return null;
    String first =
        switch (suggestion.reasons().getFirst()) {
          case FEATURED -> "staff";
          case FRIENDS_OF_FRIENDS, SIMILAR_TO_RECENTLY_FOLLOWED -> "past_interactions";
          case MOST_FOLLOWED, MOST_INTERACTIONS -> "global";
        };
    return new Shown(
        first, suggestion.reasons().stream().map(SuggestionsApi::name).toList(), account);
  }

  private static String name(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private void accounts(Context ctx) {
    ctx.json(view.of(asked(ctx).stream().map(Suggestion::actor).toList()));
  }

  private void dismiss(Context ctx) {
    ActorId me = authorization.user(ctx, "write:accounts").actor();
    suggestions.dismiss(me, ActorId.parse(ctx.pathParam("account")));
    ctx.json(Map.of());
  }

  private void directory(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:accounts");
    Parameters given = Parameters.of(ctx);
    Directory.Order order =
        given.text("order", "").equals("new") ? Directory.Order.NEW : Directory.Order.ACTIVE;
    ctx.json(
        view.of(
            directory.page(
                viewer,
                order,
                given.flag("local", false),
                Offsets.of(ctx),
                given.limit("limit", 40, 80))));
  }
}
