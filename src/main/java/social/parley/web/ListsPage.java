package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Choice;
import social.parley.core.Cursor;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.lists.Replies;
import social.parley.timelines.Timelines;

/** A person's lists: what their members write, who they are, and making and changing them. */
public final class ListsPage implements Endpoints {
  private static final int MOST_MEMBERS = 500;

  private final PageParts parts;
  private final Lists lists;
  private final Timelines timelines;
  private final Actors actors;

  ListsPage(PageParts parts, Lists lists, Timelines timelines, Actors actors) {
    this.parts = parts;
    this.lists = lists;
    this.timelines = timelines;
    this.actors = actors;
  }

  /** All lists, and the title that was typed for another if it will not do. */
  public record All(List<PersonalList> lists, String title, @Nullable String problem) {}

  /** A list as it is read. */
  public record Read(PersonalList list, FeedView feed) {}

  /** A list as it is changed. */
  public record Edited(
      PersonalList list, List<PersonView> members, String typed, @Nullable String problem) {}

  /** Which lists somebody is on. */
  public record Placing(PersonView person, boolean followed, List<Place> places) {}

  /** A list, and whether somebody is on it. */
  public record Place(PersonalList list, boolean on) {}

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, "/lists", (ctx, me) -> all(ctx, me, "", null));
    routing.memberForm(routes, "/lists", this::create);
    routing.memberPage(routes, "/lists/{id}", this::read);
    routing.memberPage(routes, "/lists/{id}/edit", (ctx, me) -> edit(ctx, own(ctx, me), "", null));
    routing.memberForm(routes, "/lists/{id}/edit", this::change);
    routing.memberForm(routes, "/lists/{id}/delete", this::delete);
    routing.memberForm(routes, "/lists/{id}/members", this::join);
    routing.memberForm(routes, "/lists/{id}/members/{person}/remove", this::leave);
    routing.memberPage(routes, "/people/{id}/lists", this::places);
    routing.memberForm(routes, "/people/{id}/lists", this::place);
  }

  private PersonalList own(Context ctx, Visitor me) {
    return lists.own(me.id(), ListId.parse(ctx.pathParam("id")));
  }

  private void all(Context ctx, Visitor me, String title, @Nullable String problem) {
    if (problem != null) ctx.status(422);
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("nav.lists")).at(Nav.LISTS),
            "lists",
            new All(lists.of(me.id()), title, problem));
  }

  private void create(Context ctx, Visitor me) {
    String title = Parameters.of(ctx).text("title", "");
    try {
      PersonalList list = lists.create(me.id(), title, Replies.LIST, false);
      LocalPath.go(ctx, "/lists/" + list.id() + "/edit");
    } catch (Refused.Invalid wrong) {
      all(ctx, me, title, Problems.sentence(say("lists.the.title"), wrong));
    }
  }

  private void read(Context ctx, Visitor me) {
    PersonalList list = own(ctx, me);
    FeedView feed =
        parts.feeds().posts(ctx, FilterContext.HOME, at -> timelines.list(me.id(), list.id(), at));
    if (Feeds.isContinuation(ctx)) parts.pages().part(ctx, "feed", "feed", feed);
    else parts.pages().show(ctx, Head.of(list.title()).at(Nav.LISTS), "list", new Read(list, feed));
  }

  private void edit(Context ctx, PersonalList list, String typed, @Nullable String problem) {
    if (problem != null) ctx.status(422);
    List<ActorId> members =
        lists.members(list.ownerId(), list.id(), Cursor.first(MOST_MEMBERS)).items();
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("lists.edit", list.title())).at(Nav.LISTS),
            "list-edit",
            new Edited(list, parts.people().of(members), typed, problem));
  }

  private void change(Context ctx, Visitor me) {
    PersonalList list = own(ctx, me);
    Parameters given = Parameters.of(ctx);
    try {
      lists.change(
          me.id(),
          list.id(),
          given.text("title", ""),
          replies(given.text("replies", "")),
          given.flag("exclusive", false));
    } catch (Refused.Invalid wrong) {
      edit(ctx, list, "", Problems.sentence(say("lists.the.title"), wrong));
      return;
    }
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, "/lists/" + list.id());
  }

  private static Replies replies(String word) {
    return Choice.of(Replies.class, word).orElse(Replies.LIST);
  }

  private void delete(Context ctx, Visitor me) {
    lists.delete(me.id(), own(ctx, me).id());
    parts.pages().notice(ctx, Notice.DELETED);
    LocalPath.go(ctx, "/lists");
  }

  private void join(Context ctx, Visitor me) {
    PersonalList list = own(ctx, me);
    String typed = Parameters.of(ctx).text("acct", "").strip();
    String name = typed.startsWith("@") ? typed.substring(1) : typed;
    try {
      Actor member = parts.people().find(name).orElseThrow(Refused.NotFound::new);
      lists.join(me.id(), list.id(), List.of(member.id()));
    } catch (Refused.NotFound notFollowed) {
      edit(ctx, list, typed, say("lists.unknown"));
      return;
    } catch (Refused.Invalid taken) {
      edit(ctx, list, typed, say("lists.taken", typed));
      return;
    }
    LocalPath.go(ctx, "/lists/" + list.id() + "/edit");
  }

  private void leave(Context ctx, Visitor me) {
    PersonalList list = own(ctx, me);
    lists.leave(me.id(), list.id(), List.of(ActorId.parse(ctx.pathParam("person"))));
    LocalPath.go(ctx, "/lists/" + list.id() + "/edit");
  }

  private Actor person(Context ctx) {
    return actors
        .byId(ActorId.parse(ctx.pathParam("id")))
        .filter(Actor::isPresent)
        .orElseThrow(Refused.NotFound::new);
  }

  private Set<ListId> holding(Visitor me, Actor person) {
    Set<ListId> on = new HashSet<>();
    for (PersonalList list : lists.holding(me.id(), person.id())) on.add(list.id());
    return on;
  }

  private void places(Context ctx, Visitor me) {
    places(ctx, me, person(ctx), true);
  }

  private void places(Context ctx, Visitor me, Actor person, boolean followed) {
    if (!followed) ctx.status(422);
    Set<ListId> on = holding(me, person);
    List<Place> places = new ArrayList<>();
    for (PersonalList list : lists.of(me.id())) places.add(new Place(list, on.contains(list.id())));
    PersonView view = parts.people().of(person);
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("places.title", view.plainName())).at(Nav.LISTS),
            "places",
            new Placing(view, followed, places));
  }

  private void place(Context ctx, Visitor me) {
    Actor person = person(ctx);
    Set<ListId> on = holding(me, person);
    Set<String> wanted = new HashSet<>(Parameters.of(ctx).texts("on"));
    try {
      for (PersonalList list : lists.of(me.id())) {
        boolean wants = wanted.contains(list.id().toString());
        if (wants && !on.contains(list.id())) lists.join(me.id(), list.id(), List.of(person.id()));
        if (!wants && on.contains(list.id())) lists.leave(me.id(), list.id(), List.of(person.id()));
      }
    } catch (Refused.NotFound notFollowed) {
      places(ctx, me, person, false);
      return;
    }
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, "/@" + person.acct());
  }
}
