package social.parley.mastodon.collections;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.collections.CollectionChange;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.FeaturedPerson;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.ErrorJson;
import social.parley.mastodon.Views;
import social.parley.mastodon.people.Offsets;

/** {@code /api/v1/collections}, and whose they are and who stands in them. */
public final class CollectionsApi implements Endpoints {
  private static final String PATH = "/api/v1/collections";
  private static final String ITEMS = PATH + "/{collection}/items";
  private static final int PAGE = 40;

  private final Views views;
  private final Actors actors;
  private final FeaturedCollections collections;
  private final CollectionView view;

  /** An error within an error, as Mastodon answers here and nowhere else. */
  private record Wrapped(ErrorJson.Body error) {}

  public CollectionsApi(
      Views views, Actors actors, FeaturedCollections collections, CollectionView view) {
    this.views = views;
    this.actors = actors;
    this.collections = collections;
    this.view = view;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(PATH, this::create);
    routes.get(PATH + "/{id}", this::show);
    routes.patch(PATH + "/{id}", this::change);
    routes.put(PATH + "/{id}", this::change);
    routes.delete(PATH + "/{id}", ctx -> silent(ctx, me -> collections.delete(me, id(ctx, "id"))));
    routes.post(ITEMS, this::add);
    routes.delete(
        ITEMS + "/{id}",
        ctx -> silent(ctx, me -> collections.remove(me, id(ctx, "collection"), item(ctx))));
    routes.post(
        ITEMS + "/{id}/revoke",
        ctx -> silent(ctx, me -> collections.revoke(me, id(ctx, "collection"), item(ctx))));
    routes.get("/api/v1/accounts/{id}/collections", this::owned);
    routes.get("/api/v1/accounts/{id}/in_collections", this::holding);
  }

  /** Answers with an empty page, which is how clients know that nothing is said. */
  private void silent(Context ctx, Consumer<ActorId> deed) {
    deed.accept(writer(ctx));
    ctx.html("");
  }

  private ActorId writer(Context ctx) {
    return views.authorization().user(ctx, "write:collections").actor();
  }

  private static CollectionId id(Context ctx, String name) {
    return CollectionId.parse(ctx.pathParam(name));
  }

  private static long item(Context ctx) {
    return Ids.parse(ctx.pathParam("id"));
  }

  private void create(Context ctx) {
    ActorId me = writer(ctx);
    Parameters given = Parameters.of(ctx);
    Set<ActorId> members = new LinkedHashSet<>();
    for (String id : given.texts("account_ids")) members.add(ActorId.parse(id));
    answer(ctx, me, () -> collections.create(me, given(given), List.copyOf(members)));
  }

  private void change(Context ctx) {
    ActorId me = writer(ctx);
    CollectionChange change = given(Parameters.of(ctx));
    answer(ctx, me, () -> collections.change(me, id(ctx, "id"), change));
  }

  private static CollectionChange given(Parameters given) {
    return new CollectionChange(
        given.text("name"),
        given.text("description"),
        given.text("language"),
        given.text("tag_name"),
        given.flag("sensitive"),
        given.flag("discoverable"));
  }

  private void answer(Context ctx, ActorId me, Supplier<FeaturedCollection> deed) {
    try {
      ctx.json(new CollectionJson.One(view.of(collections.seen(me, deed.get().id()))));
    } catch (Refused.Invalid wrong) {
      ctx.status(422).json(new Wrapped(ErrorJson.body(wrong)));
    }
  }

  private void show(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx, "read:collections");
    SeenCollection shown = collections.seen(viewer, id(ctx, "id"));
    Set<ActorId> people = new LinkedHashSet<>(List.of(shown.collection().ownerId()));
    for (FeaturedPerson person : shown.people()) people.add(person.actorId());
    ctx.json(new CollectionJson.WithAccounts(view.of(shown), views.accounts().of(people)));
  }

  private void add(Context ctx) {
    ActorId me = writer(ctx);
    String account = Parameters.of(ctx).text("account_id", "");
    if (account.isBlank()) throw new Refused.Invalid("", "`account_id` parameter is missing");
    ctx.json(
        new CollectionJson.OneItem(
            CollectionJson.Item.of(
                collections.add(me, id(ctx, "collection"), ActorId.parse(account)))));
  }

  private void owned(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx, "read:collections");
    ActorId owner = account(ctx);
    int limit = Parameters.of(ctx).limit("limit", PAGE, 100);
    int offset = Offsets.of(ctx);
    list(ctx, collections.of(viewer, owner, offset, limit + 1), offset, limit);
  }

  /** Where one is recommended is nobody else's to look up. */
  private void holding(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:collections").actor();
    if (!account(ctx).equals(me)) throw new Refused.Forbidden("This action is not allowed");
    int limit = Parameters.of(ctx).limit("limit", PAGE, 80);
    int offset = Offsets.of(ctx);
    list(ctx, collections.holding(me, offset, limit + 1), offset, limit);
  }

  /** One more than wanted tells whether there is more. */
  private void list(Context ctx, List<SeenCollection> found, int offset, int limit) {
    boolean more = found.size() > limit;
    views.paging().offsets(ctx, offset, limit, more);
    List<SeenCollection> page = more ? found.subList(0, limit) : found;
    ctx.json(new CollectionJson.Many(view.of(page)));
  }

  private ActorId account(Context ctx) {
    return actors
        .byId(ActorId.parse(ctx.pathParam("id")))
        .filter(actor -> !actor.isDeleted())
        .map(Actor::id)
        .orElseThrow(Refused.NotFound::new);
  }
}
