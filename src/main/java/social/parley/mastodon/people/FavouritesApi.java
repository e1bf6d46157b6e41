package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.Accounts;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.posts.Posts;
import social.parley.reactions.Favourites;

/** What somebody here likes, for all to see if they wish it so, as Pleroma's apps ask for it. */
public final class FavouritesApi implements Endpoints {
  private final Views views;
  private final Actors actors;
  private final Accounts accounts;
  private final Favourites favourites;
  private final Posts posts;

  public FavouritesApi(
      Views views, Actors actors, Accounts accounts, Favourites favourites, Posts posts) {
    this.views = views;
    this.actors = actors;
    this.accounts = accounts;
    this.favourites = favourites;
    this.posts = posts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/pleroma/accounts/{id}/favourites", this::list);
  }

  private void list(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx, "read:favourites");
    Actor actor =
        actors
            .byId(ActorId.parse(ctx.pathParam("id")))
            .filter(Actor::isPresent)
            .orElseThrow(Refused.NotFound::new);
    if (!isShown(viewer, actor)) throw new Refused.Forbidden("These favourites are hidden");
    Page<PostId> page = favourites.page(actor.id(), views.paging().hidden(ctx, 20, 40));
    views.paging().link(ctx, page);
    Answers.json(ctx, views.statuses().of(viewer, posts.visibleInOrder(viewer, page.items())));
  }

  private boolean isShown(@Nullable ActorId viewer, Actor actor) {
    if (actor.id().equals(viewer)) return true;
    Optional<Account> account = actor.local() ? accounts.byActor(actor.id()) : Optional.empty();
    return account.filter(one -> one.preferences().showFavourites()).isPresent();
  }
}
