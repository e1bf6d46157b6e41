package social.parley.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.follows.Relationship;
import social.parley.follows.Relationships;
import social.parley.text.PlainText;

/**
 * Fills lists of people whom the visitor may not know: what they say of themselves, and a button.
 */
public final class Introductions {
  private static final int ABOUT = 160;

  private final Actors actors;
  private final People people;
  private final Relationships relationships;

  Introductions(Actors actors, People people, Relationships relationships) {
    this.actors = actors;
    this.people = people;
    this.relationships = relationships;
  }

  /** Somebody as they are introduced; there is a relation to other people for who is signed in. */
  public record Introduced(PersonView person, String about, @Nullable RelationView relation) {}

  /** In the order given; who is gone is left out. */
  List<Introduced> of(@Nullable Visitor visitor, Collection<ActorId> ids) {
    Map<ActorId, Actor> known = actors.byIds(ids);
    Map<ActorId, Relationship> related =
        visitor == null || ids.isEmpty() ? Map.of() : relationships.of(visitor.id(), ids);
    List<Introduced> all = new ArrayList<>();
    for (ActorId id : ids) {
      Actor actor = known.get(id);
      if (actor == null || !actor.isPresent()) continue;
      PersonView person = people.of(actor);
      Relationship relationship = related.get(id);
      all.add(
          new Introduced(
              person,
              PlainText.line(actor.bioHtml(), ABOUT),
              visitor == null || relationship == null || id.equals(visitor.id())
                  ? null
                  : RelationView.of(person, relationship)));
    }
    return all;
  }
}
