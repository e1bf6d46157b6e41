package social.parley.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.FeaturedPerson;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.core.Refused;

/** Fills the sections of a profile that show its collections. */
final class FeaturedSections {
  private final FeaturedCollections collections;
  private final People people;

  FeaturedSections(FeaturedCollections collections, People people) {
    this.collections = collections;
    this.people = people;
  }

  /** Those of one person that the visitor may read. */
  List<FeaturedSection> of(@Nullable Visitor visitor, ActorId owner) {
    ActorId viewer = visitor == null ? null : visitor.id();
    List<SeenCollection> all = collections.of(viewer, owner, 0, FeaturedCollections.MOST);
    Set<ActorId> ids = new LinkedHashSet<>();
    for (SeenCollection one : all)
      for (FeaturedPerson person : one.people()) ids.add(person.actorId());
    Map<ActorId, PersonView> known = new HashMap<>();
    for (PersonView person : people.of(ids)) known.put(person.id(), person);
    return all.stream().map(one -> section(one, viewer, known)).toList();
  }

  private static FeaturedSection section(
      SeenCollection seen, @Nullable ActorId viewer, Map<ActorId, PersonView> known) {
    FeaturedCollection one = seen.collection();
    List<FeaturedSection.Member> members = new ArrayList<>();
    for (FeaturedPerson person : seen.people()) {
      PersonView view = known.get(person.actorId());
      if (view == null) continue;
      boolean mine = person.actorId().equals(viewer);
      members.add(
          new FeaturedSection.Member(
              view,
              mine ? "/collections/" + one.id() + "/people/" + person.id() + "/leave" : null));
    }
    return new FeaturedSection(
        one.id().value(), one.name(), one.description(), one.sensitive(), members);
  }

  /** Takes the visitor out of a collection, for good. */
  void leave(Visitor me, String id, String item) {
    try {
      collections.revoke(me.id(), CollectionId.parse(id), Long.parseLong(item));
    } catch (NumberFormatException none) {
      throw new Refused.NotFound();
    }
  }
}
