package social.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.activitystreams.ActivityWriter;
import social.parley.actors.ProfileEdit;
import social.parley.collections.CollectionChange;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.FeaturedPerson;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.federation.ObjectSource;
import tools.jackson.databind.JsonNode;

/** What collections promise on every database. */
abstract class CollectionsContract {
  private Village village;
  private FeaturedCollections collections;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;

  abstract Village open();

  @BeforeEach
  void settle() {
    village = open();
    collections = village.features().curating().collections();
    ada = findable("ada");
    ben = findable("ben");
    cleo = findable("cleo");
  }

  @AfterEach
  void leave() {
    village.close();
  }

  private ActorId findable(String name) {
    ActorId person = village.person(name);
    discoverable(person, true);
    return person;
  }

  private void discoverable(ActorId person, boolean wanted) {
    village
        .server
        .plumbing()
        .database()
        .run(tx ->
            village.features().actors().edit(tx, person, new ProfileEdit().discoverable(wanted)));
  }

  private static CollectionChange called(String name) {
    return new CollectionChange(name, "Read them", "en", "#Gardens", false, true);
  }

  private static CollectionChange found(boolean discoverable) {
    return new CollectionChange(null, null, null, null, null, discoverable);
  }

  private FeaturedCollection collection(ActorId... people) {
    return collections.create(ada, called("Gardeners"), List.of(people));
  }

  private List<ActorId> people(ActorId viewer, CollectionId id) {
    return collections.seen(viewer, List.of(id)).stream()
        .flatMap(one -> one.people().stream())
        .map(FeaturedPerson::actorId)
        .toList();
  }

  private long item(FeaturedCollection collection, ActorId person) {
    return collections.seen(ada, collection.id()).people().stream()
        .filter(one -> one.actorId().equals(person))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void aCollectionIsKeptAsItIsDescribed() {
    FeaturedCollection made = collection(ben, cleo);
    assertThat(collections.seen(null, made.id()).collection()).isEqualTo(made);
    assertThat(made.tag()).isEqualTo("gardens");
    assertThat(people(null, made.id())).containsExactly(ben, cleo);
    FeaturedCollection changed =
        collections.change(
            ada, made.id(), new CollectionChange("Others", null, "", "", true, null));
    assertThat(changed.name()).isEqualTo("Others");
    assertThat(changed.description()).isEqualTo("Read them");
    assertThat(changed.language()).isNull();
    assertThat(changed.tag()).isNull();
    assertThat(changed.sensitive()).isTrue();
    assertThat(collections.seen(ben, made.id()).collection()).isEqualTo(changed);
    assertThatThrownBy(() -> collections.change(ben, made.id(), called("Mine")))
        .isInstanceOf(Refused.Forbidden.class);
    collections.delete(ada, made.id());
    assertThatThrownBy(() -> collections.seen(ada, made.id())).isInstanceOf(Refused.NotFound.class);
    assertThat(collections.holding(ben, 0, 10)).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidFieldByField() {
    CollectionChange wrong =
        new CollectionChange(" ", "x".repeat(101), "Klingon", "no tag", null, null);
    assertThatThrownBy(() -> collections.create(ada, wrong, List.of()))
        .isInstanceOfSatisfying(
            Refused.Invalid.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Refused.Problem::field)
                    .containsExactly("name", "description", "language", "tag_name"));
    for (int i = 0; i < FeaturedCollections.MOST; i++) collection();
    assertThatThrownBy(this::collection).isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void onlyWhoWantsToBeFoundIsRecommended() {
    discoverable(cleo, false);
    FeaturedCollection made = collection(ben);
    assertThatThrownBy(() -> collections.add(ada, made.id(), cleo))
        .isInstanceOf(Refused.Forbidden.class);
    assertThatThrownBy(() -> collection(ben, cleo)).isInstanceOf(Refused.Forbidden.class);
    assertThat(collections.of(ada, ada, 0, 10))
        .extracting(SeenCollection::collection)
        .containsExactly(made);
    assertThatThrownBy(() -> collections.add(ada, made.id(), ben))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> collections.add(ada, made.id(), new ActorId(7)))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void aCollectionHasRoomForSoMany() {
    List<ActorId> many = new ArrayList<>();
    for (int i = 0; i < FeaturedCollections.MOST_PEOPLE; i++) many.add(findable("p" + i));
    FeaturedCollection full = collection(many.toArray(new ActorId[0]));
    assertThatThrownBy(() -> collections.add(ada, full.id(), ben))
        .isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void whoLeavesStaysOutAndWhoIsTakenOutMayReturn() {
    FeaturedCollection made = collection(ben, cleo);
    long cleosItem = item(made, cleo);
    assertThatThrownBy(() -> collections.revoke(ben, made.id(), cleosItem))
        .isInstanceOf(Refused.Forbidden.class);
    collections.remove(ada, made.id(), cleosItem);
    collections.add(ada, made.id(), cleo);
    collections.revoke(ben, made.id(), item(made, ben));
    assertThat(people(ada, made.id())).containsExactly(cleo);
    assertThat(collections.holding(ben, 0, 10)).isEmpty();
    assertThat(collections.holding(cleo, 0, 10))
        .extracting(SeenCollection::collection)
        .containsExactly(made);
    assertThatThrownBy(() -> collections.add(ada, made.id(), ben))
        .isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void blocksTakePeopleOutAndKeepThemFromReading() {
    FeaturedCollection made = collection(ben, cleo);
    village.features().blocks().block(ben, ada);
    village.features().blocks().block(ada, cleo);
    assertThat(people(null, made.id())).isEmpty();
    assertThatThrownBy(() -> collections.seen(cleo, made.id()))
        .isInstanceOf(Refused.NotFound.class);
    assertThat(collections.find(cleo, "gard", 0, 10)).isEmpty();
    assertThat(collections.find(ben, "gard", 0, 10)).isEmpty();
    village.features().blocks().unblock(ben, ada);
    village.features().blocks().unblock(ada, cleo);
    assertThatThrownBy(() -> collections.add(ada, made.id(), ben))
        .as("whoever blocks leaves for good")
        .isInstanceOf(Refused.Invalid.class);
    collections.add(ada, made.id(), cleo);
    village.features().blocks().block(ben, cleo);
    assertThat(people(ben, made.id())).isEmpty();
    assertThat(people(null, made.id())).containsExactly(cleo);
  }

  @Test
  void collectionsAreFoundByNameTagAndAddressUnlessTheyHide() {
    FeaturedCollection made = collection(ben);
    assertThat(collections.find(null, "gARD", 0, 10))
        .extracting(SeenCollection::collection)
        .containsExactly(made);
    assertThat(collections.find(ben, "#gardens", 0, 10))
        .extracting(SeenCollection::collection)
        .containsExactly(made);
    assertThat(collections.find(ben, "deners", 0, 10)).isEmpty();
    FeaturedCollection hidden = collections.change(ada, made.id(), found(false));
    assertThat(collections.find(ada, "gard", 0, 10)).isEmpty();
    assertThat(collections.of(ben, ada, 0, 10)).isEmpty();
    assertThat(collections.of(ada, ada, 0, 10))
        .extracting(SeenCollection::collection)
        .containsExactly(hidden);
    assertThat(collections.named(null, made.iri()).map(SeenCollection::collection))
        .contains(hidden);
  }

  @Test
  void peopleHearOfCollectionsTheyStandIn() {
    FeaturedCollection made = collection(ben, ada);
    assertThat(village.told(ada)).isEmpty();
    assertThat(village.told(ben)).containsExactly("ADDED_TO_COLLECTION ada");
    collections.change(ada, made.id(), called("Gardening"));
    collections.change(ada, made.id(), called("Gardening"));
    collections.change(ada, made.id(), called("Trees"));
    assertThat(village.told(ben)).containsExactly("COLLECTION_EDIT ada", "ADDED_TO_COLLECTION ada");
    collections.remove(ada, made.id(), item(made, ben));
    assertThat(village.told(ben)).isEmpty();
    collections.add(ada, made.id(), ben);
    collections.delete(ada, made.id());
    assertThat(village.told(ben)).isEmpty();
  }

  @Test
  void nothingIsLeftOfWhoIsGone() {
    FeaturedCollection made = collection(ben);
    var database = village.server.plumbing().database();
    database.run(tx -> village.features().actors().delete(tx, ben));
    assertThat(people(null, made.id())).isEmpty();
    database.run(tx -> village.features().actors().delete(tx, ada));
    assertThatThrownBy(() -> collections.seen(null, made.id()))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void otherServersReadTheCollectionAndWhoAgrees() {
    FeaturedCollection made = collection(ben, cleo);
    JsonNode document = document(made.iri());
    assertThat(document.path("type").asString()).isEqualTo("FeaturedCollection");
    assertThat(document.path("attributedTo").asString())
        .isEqualTo(village.actor(ada).iri().value());
    assertThat(document.path("name").asString()).isEqualTo("Gardeners");
    assertThat(document.at("/topic/name").asString()).isEqualTo("#gardens");
    assertThat(document.path("totalItems").asInt()).isEqualTo(2);
    JsonNode item = document.at("/orderedItems/0");
    assertThat(item.path("featuredObject").asString()).isEqualTo(village.actor(ben).iri().value());
    Iri stamp = new Iri(item.path("featureAuthorization").asString());
    JsonNode agreed = document(stamp);
    assertThat(agreed.path("type").asString()).isEqualTo("FeatureAuthorization");
    assertThat(agreed.path("interactingObject").asString()).isEqualTo(made.iri().value());
    assertThat(agreed.path("interactionTarget").asString())
        .isEqualTo(village.actor(ben).iri().value());
    collections.revoke(ben, made.id(), item(made, ben));
    assertThat(answer(stamp)).isInstanceOf(ObjectSource.Answer.Unknown.class);
    assertThat(document(made.iri()).path("totalItems").asInt()).isEqualTo(1);
    collections.delete(ada, made.id());
    assertThat(answer(made.iri())).isInstanceOf(ObjectSource.Answer.Unknown.class);
  }

  private ObjectSource.Answer answer(Iri iri) {
    return collections.documents().find(iri, null);
  }

  private JsonNode document(Iri iri) {
    ObjectSource.Answer.Shown shown = (ObjectSource.Answer.Shown) answer(iri);
    return ActivityWriter.write(shown.thing());
  }
}
