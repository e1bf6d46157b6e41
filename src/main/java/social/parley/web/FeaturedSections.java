package social.parley.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.FeaturedPerson;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;

/** Fills what pages show of collections, with everybody who stands in them. */
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
    Map<ActorId, PersonView> known = known(all);
    return all.stream().map(one -> section(one, viewer, known)).toList();
  }

  private Map<ActorId, PersonView> known(List<SeenCollection> all) {
    Set<ActorId> ids = new LinkedHashSet<>();
    for (SeenCollection one : all)
      for (FeaturedPerson person : one.people()) ids.add(person.actorId());
    return byId(ids);
  }

  private Map<ActorId, PersonView> byId(Set<ActorId> ids) {
    Map<ActorId, PersonView> known = new HashMap<>();
    for (PersonView person : people.of(ids)) known.put(person.id(), person);
    return known;
  }

  private static FeaturedSection section(
      SeenCollection seen, @Nullable ActorId viewer, Map<ActorId, PersonView> known) {
    FeaturedCollection one = seen.collection();
    return new FeaturedSection(
        one.id().value(),
        one.name(),
        one.description(),
        one.sensitive(),
        members(seen, known, person -> person.actorId().equals(viewer) ? leave(person) : null));
  }

  private static List<FeaturedSection.Member> members(
      SeenCollection seen,
      Map<ActorId, PersonView> known,
      Function<FeaturedPerson, @Nullable String> out) {
    List<FeaturedSection.Member> members = new ArrayList<>();
    for (FeaturedPerson person : seen.people()) {
      PersonView view = known.get(person.actorId());
      if (view != null) members.add(new FeaturedSection.Member(view, out.apply(person)));
    }
    return members;
  }

  private static String leave(FeaturedPerson person) {
    return "/collections/" + person.collectionId() + "/people/" + person.id() + "/leave";
  }

  /** Those in a collection, for its owner to take out. */
  List<FeaturedSection.Member> members(SeenCollection seen) {
    String people = CollectionsPage.PATH + "/" + seen.collection().id() + "/people/";
    return members(seen, known(List.of(seen)), person -> people + person.id() + "/remove");
  }

  /** Where somebody stands in collections of others, and takes themselves out. */
  List<CollectionsPage.Holding> holding(Visitor me, List<SeenCollection> all) {
    Set<ActorId> ids = new LinkedHashSet<>();
    for (SeenCollection one : all) ids.add(one.collection().ownerId());
    Map<ActorId, PersonView> owners = byId(ids);
    List<CollectionsPage.Holding> holding = new ArrayList<>();
    for (SeenCollection one : all) {
      PersonView owner = owners.get(one.collection().ownerId());
      if (owner == null || owner.id().equals(me.id())) continue;
      one.people().stream()
          .filter(person -> person.actorId().equals(me.id()))
          .findFirst()
          .ifPresent(person ->
              holding.add(new CollectionsPage.Holding(owner, one.collection(), leave(person))));
    }
    return holding;
  }
}
