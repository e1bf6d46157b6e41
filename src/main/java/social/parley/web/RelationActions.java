package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.follows.Blocks;
import social.parley.follows.Endorsements;
import social.parley.follows.FollowOptions;
import social.parley.follows.Follows;
import social.parley.follows.Notes;
import social.parley.follows.Relationship;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;

/** Following, blocking and muting people, and letting followers in. */
final class RelationActions implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final People people;
  private final Introductions introductions;
  private final Profile profile;
  private final Actors actors;
  private final Follows follows;
  private final Blocks blocks;
  private final Notes notes;
  private final Endorsements endorsements;
  private final Clock clock;

  RelationActions(
      PageParts parts,
      Profile profile,
      Actors actors,
      Follows follows,
      Blocks blocks,
      Notes notes,
      Endorsements endorsements,
      Clock clock) {
    this.routing = parts.routing();
    this.pages = parts.pages();
    this.people = parts.people();
    this.introductions = parts.introductions();
    this.profile = profile;
    this.actors = actors;
    this.follows = follows;
    this.blocks = blocks;
    this.notes = notes;
    this.endorsements = endorsements;
    this.clock = clock;
  }

  private interface Action {
    void apply(ActorId me, ActorId other);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberForm(routes, "/people/{id}/follow", this::follow);
    action(routes, "unfollow", follows::unfollow);
    action(routes, "block", blocks::block);
    action(routes, "unblock", blocks::unblock);
    action(routes, "unmute", blocks::unmute);
    action(routes, "accept", follows::acceptRequest);
    action(routes, "reject", follows::rejectRequest);
    action(routes, "remove", follows::removeFollower);
    action(routes, "recommend", endorsements::endorse);
    action(routes, "unrecommend", endorsements::unendorse);
    routing.memberForm(routes, "/people/{id}/mute", this::mute);
    routing.memberForm(routes, "/people/{id}/wishes", this::wishes);
    routing.memberForm(routes, "/people/{id}/note", this::note);
    routing.memberPage(routes, "/requests", this::requests);
  }

  private void action(RoutesConfig routes, String name, Action action) {
    routing.memberForm(
        routes,
        "/people/{id}/" + name,
        (ctx, visitor) -> {
          Actor other = other(ctx);
          action.apply(visitor.id(), other.id());
          done(ctx, visitor, other);
        });
  }

  private Actor other(Context ctx) {
    return actors
        .byId(ActorId.parse(ctx.pathParam("id")))
        .filter(Actor::isPresent)
        .orElseThrow(Refused.NotFound::new);
  }

  private void follow(Context ctx, Visitor visitor) {
    routing.limit(ctx, Limit.FOLLOW, visitor);
    Actor other = other(ctx);
    follows.follow(visitor.id(), other.id(), FollowOptions.USUAL);
    done(ctx, visitor, other);
  }

  /** What somebody wants to see of a person whom they follow; what is not named stays. */
  private void wishes(Context ctx, Visitor visitor) {
    Actor other = other(ctx);
    Relationship now = profile.relationship(visitor, other.id());
    if (!now.following() && !now.requested()) throw new Refused.NotFound();
    Parameters given = Parameters.of(ctx);
    follows.follow(
        visitor.id(),
        other.id(),
        new FollowOptions(
            given.flag("boosts", now.showingBoosts()),
            given.flag("notifying", now.notifying()),
            now.languages()));
    done(ctx, visitor, other);
  }

  private void note(Context ctx, Visitor visitor) {
    Actor other = other(ctx);
    notes.write(visitor.id(), other.id(), Parameters.of(ctx).text("note", "").strip());
    pages.notice(ctx, Notice.SAVED);
    LocalPath.back(ctx, people.of(other).href());
  }

  private void mute(Context ctx, Visitor visitor) {
    Actor other = other(ctx);
    Parameters given = Parameters.of(ctx);
    Long hours = given.number("hours");
    Instant until =
        hours == null || hours <= 0 ? null : clock.instant().plus(Duration.ofHours(hours));
    blocks.mute(visitor.id(), other.id(), given.flag("notifications", true), until);
    done(ctx, visitor, other);
  }

  private void done(Context ctx, Visitor visitor, Actor other) {
    PersonView person = people.of(other);
    if (!LocalPath.isPartial(ctx)) {
      LocalPath.back(ctx, person.href());
      return;
    }
    String back = LocalPath.checked(Parameters.of(ctx).text("back"), person.href());
    pages.part(
        ctx,
        "relation",
        Map.of(
            "relation",
            profile.relation(visitor, person),
            "back",
            back,
            "brief",
            Parameters.of(ctx).flag("brief", false)));
  }

  private void requests(Context ctx, Visitor visitor) {
    Function<Cursor, Page<ActorId>> list = at -> follows.requests(visitor.id(), at);
    Page<ActorId> page = list.apply(Feeds.cursor(ctx, Feeds.PEOPLE));
    pages.show(
        ctx,
        Head.of(say("requests.title")).at(Nav.NOTIFICATIONS),
        "requests",
        new PeopleView(
            introductions.of(visitor, page.items()), Feeds.more(ctx, page, Feeds.PEOPLE, list)));
  }
}
