package social.parley.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.follows.Relationship;
import social.parley.follows.Relationships;
import social.parley.http.Assets;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;
import social.parley.text.PlainText;
import social.parley.web.ProfileView.Familiar;

/** Fills views of profiles. */
final class Profile {
  private static final int SUMMARY = 200;
  private static final int MOST_FAMILIAR = 40;

  private final Clock clock;
  private final Actors actors;
  private final People people;
  private final PostHtml html;
  private final RemoteMedia remote;
  private final Relationships relationships;
  private final String noHeader;

  Profile(
      Clock clock,
      Actors actors,
      People people,
      PostHtml html,
      RemoteMedia remote,
      Relationships relationships,
      Assets assets) {
    this.clock = clock;
    this.actors = actors;
    this.people = people;
    this.html = html;
    this.remote = remote;
    this.relationships = relationships;
    this.noHeader = assets.url("img/header.png");
  }

  ProfileView of(@Nullable Visitor visitor, Actor actor) {
    boolean mine = visitor != null && visitor.id().equals(actor.id());
    PersonView person = people.of(actor);
    ActorId movedTo = actor.movedTo();
    return new ProfileView(
        person,
        header(actor),
        actor.header() != null,
        html.ofProfile(actor.bioHtml(), actor.emoji()),
        fields(actor),
        actor.followersCount(),
        actor.followingCount(),
        actor.postsCount(),
        actor.hideCollections() && !mine,
        Moment.of(actor.createdAt(), clock.instant()),
        actor.url(),
        actor.kind() == ActorKind.GROUP,
        actor.memorial(),
        actor.tabs().media(),
        actor.tabs().featured(),
        movedTo == null ? null : actors.byId(movedTo).map(people::of).orElse(null),
        visitor == null || mine ? null : relation(visitor, person),
        visitor == null || mine ? Familiar.NOBODY : familiar(visitor, person.id()),
        mine);
  }

  RelationView relation(Visitor visitor, PersonView person) {
    return RelationView.of(person, relationship(visitor, person.id()));
  }

  Relationship relationship(Visitor visitor, ActorId other) {
    return relationships.of(visitor.id(), other);
  }

  Familiar familiar(Visitor visitor, ActorId person) {
    return new Familiar(
        people.of(
            relationships
                .familiar(visitor.id(), List.of(person), MOST_FAMILIAR)
                .getOrDefault(person, List.of())));
  }

  private String header(Actor actor) {
    Iri header = actor.header();
    if (header == null) return noHeader;
    return (actor.local() ? header : remote.address(header, ImageShape.HEADER)).value();
  }

  private List<ProfileView.Field> fields(Actor actor) {
    return actor.fields().stream()
        .map(field ->
            new ProfileView.Field(
                field.name(),
                html.ofProfile(field.html(), actor.emoji()),
                field.verifiedAt() != null))
        .toList();
  }

  Head head(Site site, Actor actor, ProfileView view) {
    String name = view.person().plainName();
    String title = name + " (@" + view.person().handle() + ")";
    return Head.of(title)
        .canonical(actor.local() ? site.base() + view.person().href() : actor.url())
        .hidden(!actor.local() || !actor.indexable())
        .feed(actor.local() ? site.base() + view.person().href() : null)
        .activity(actor.iri().value())
        .schema(Schema.of(site, actor, view))
        .card(
            new OpenGraph(
                    "profile",
                    title,
                    PlainText.line(actor.bioHtml(), SUMMARY),
                    Schema.absolute(site, view.person().avatar()),
                    false)
                .with("profile:username", view.person().handle()));
  }
}
