package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.collections.CollectionChange;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.SeenCollection;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** A person's collections: which they have, how each is described, and making and deleting them. */
public final class CollectionsPage implements Endpoints {
  static final String PATH = "/settings/collections";
  private static final int MOST_HOLDING = 100;
  private static final int MOST_SKIPPED = 100_000;

  private final PageParts parts;
  private final FeaturedCollections collections;
  private final FeaturedSections sections;
  private final CollectionForms forms;

  CollectionsPage(
      PageParts parts,
      FeaturedCollections collections,
      FeaturedSections sections,
      CollectionForms forms) {
    this.parts = parts;
    this.collections = collections;
    this.sections = sections;
    this.forms = forms;
  }

  /**
   * Those of one's own, whether there may be another, those that one stands in, and where more of
   * them are.
   */
  public record All(
      List<SeenCollection> own, boolean full, List<Holding> holding, @Nullable String more) {}

  /** Somebody's collection that one stands in, and where one takes oneself out. */
  public record Holding(PersonView owner, FeaturedCollection collection, String leave) {}

  /** Whether a collection is to be deleted. */
  public record Deleting(FeaturedCollection collection, int people) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, this::all);
    routing.memberPage(routes, PATH + "/new", forms::empty);
    routing.memberForm(routes, PATH + "/new", this::create);
    routing.memberPage(
        routes, PATH + "/{id}", (ctx, me) -> forms.edit(ctx, me, own(ctx, me), "", null));
    routing.memberForm(routes, PATH + "/{id}", this::change);
    routing.memberPage(routes, PATH + "/{id}/delete", this::ask);
    routing.memberForm(routes, PATH + "/{id}/delete", this::delete);
    routing.memberForm(routes, PATH + "/{id}/people", this::add);
    // Where one is when somebody could not be added.
    routing.memberPage(
        routes,
        PATH + "/{id}/people",
        (ctx, me) -> LocalPath.go(ctx, path(own(ctx, me).collection())));
    routing.memberForm(routes, PATH + "/{id}/people/{item}/remove", this::remove);
    routing.memberForm(routes, "/collections/{id}/people/{item}/leave", this::leave);
  }

  /** What others may read is nobody else's to change. */
  private SeenCollection own(Context ctx, Visitor me) {
    SeenCollection seen = collections.seen(me.id(), CollectionId.parse(ctx.pathParam("id")));
    if (!seen.collection().ownerId().equals(me.id())) throw new Refused.NotFound();
    return seen;
  }

  private void all(Context ctx, Visitor me) {
    List<SeenCollection> own = collections.of(me.id(), me.id(), 0, FeaturedCollections.MOST);
    int from = Parameters.of(ctx).limit("from", 0, MOST_SKIPPED);
    List<SeenCollection> holding = collections.holding(me.id(), from, MOST_HOLDING);
    All all =
        new All(
            own,
            own.size() >= FeaturedCollections.MOST,
            sections.holding(me, holding),
            holding.size() < MOST_HOLDING ? null : PATH + "?from=" + (from + MOST_HOLDING));
    parts
        .pages()
        .show(ctx, Head.of(say("collections.title")).at(Nav.SETTINGS), "settings-collections", all);
  }

  private void create(Context ctx, Visitor me) {
    CollectionChange given = CollectionForms.given(ctx);
    try {
      FeaturedCollection made = collections.create(me.id(), given, List.of());
      LocalPath.go(ctx, path(made));
    } catch (Refused.Invalid wrong) {
      forms.again(ctx, null, given, wrong);
    }
  }

  private static String path(FeaturedCollection collection) {
    return PATH + "/" + collection.id();
  }

  private void change(Context ctx, Visitor me) {
    SeenCollection seen = own(ctx, me);
    CollectionChange given = CollectionForms.given(ctx);
    try {
      var unused = collections.change(me.id(), seen.collection().id(), given);
    } catch (Refused.Invalid wrong) {
      forms.again(ctx, seen, given, wrong);
      return;
    }
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }

  private void ask(Context ctx, Visitor me) {
    SeenCollection seen = own(ctx, me);
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("collections.delete")).at(Nav.SETTINGS),
            "settings-collection-delete",
            new Deleting(seen.collection(), seen.people().size()));
  }

  private void delete(Context ctx, Visitor me) {
    collections.delete(me.id(), own(ctx, me).collection().id());
    parts.pages().notice(ctx, Notice.DELETED);
    LocalPath.go(ctx, PATH);
  }

  private void add(Context ctx, Visitor me) {
    SeenCollection seen = own(ctx, me);
    String typed = Parameters.of(ctx).text("acct", "").strip();
    String problem = forms.add(me, seen, typed);
    if (problem == null) LocalPath.go(ctx, path(seen.collection()));
    else forms.edit(ctx, me, seen, typed, problem);
  }

  private void remove(Context ctx, Visitor me) {
    FeaturedCollection collection = own(ctx, me).collection();
    collections.remove(me.id(), collection.id(), item(ctx));
    LocalPath.go(ctx, path(collection));
  }

  /** Takes the visitor out of somebody's collection, for good. */
  private void leave(Context ctx, Visitor me) {
    collections.revoke(me.id(), CollectionId.parse(ctx.pathParam("id")), item(ctx));
    LocalPath.back(ctx, PATH);
  }

  private static long item(Context ctx) {
    return Ids.parse(ctx.pathParam("item"));
  }
}
