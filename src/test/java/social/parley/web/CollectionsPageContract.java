package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;

/** Collections in a browser without scripts, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CollectionsPageContract {
  private static final String PATH = "/settings/collections";
  private static final String NEW = PATH + "/new";

  private Fediverse fediverse;
  private Person ben;

  abstract Fediverse open(String host);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    ben = findable("ben");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Person findable(String name) {
    Person person = fediverse.person(name, "alpha.test");
    person.profile("discoverable", "true");
    fediverse.settle();
    return person;
  }

  private Guest loggedIn(Person person, String name) {
    return new Guest("http://" + person.server().authority()).enter(name, Instance.PASSWORD);
  }

  private Guest member(String name) {
    return loggedIn(findable(name), name);
  }

  /** Makes a collection; where it is edited. */
  private static String made(Guest owner, String name, String... more) {
    String[] fields = new String[2 + more.length];
    fields[0] = "name";
    fields[1] = name;
    System.arraycopy(more, 0, fields, 2, more.length);
    owner.open(NEW).submit(NEW, fields);
    assertThat(owner.path()).startsWith(PATH + "/").doesNotEndWith("new");
    return owner.path();
  }

  private static String problem(Guest guest, String field) {
    String id = guest.page().select("[name=" + field + "]").attr("aria-describedby");
    return guest.page().select("#" + id).select(".problem").text();
  }

  @Test
  void aCollectionIsMadeFilledEmptiedAndDeleted() {
    Guest ada = member("ada");
    ada.open("/@ada/featured");
    assertThat(ada.page().select(".empty").text()).contains("your collections");
    assertThat(ada.page().select("a[href=" + NEW + "]")).hasSize(1);
    ada.open(PATH);
    assertThat(ada.page().select(".empty").text())
        .contains("No collections yet", "recommends people together");
    String forests = made(ada, "Forests", "description", "Read\r\nthem", "tag_name", "#Trees");
    assertThat(ada.text()).contains("Nobody yet");
    ada.submit(forests + "/people", "acct", "@ben");
    assertThat(ada.path()).isEqualTo(forests);
    assertThat(ada.page().select(".row .handle").text()).isEqualTo("@ben");
    assertThat(ada.page().select("[name=description]").val()).isEqualTo("Read\nthem");
    assertThat(ada.page().select("[name=tag_name]").val()).isEqualTo("#trees");
    assertThat(ada.page().select("[name=language] [selected]").val()).isEqualTo("en");
    assertThat(ada.page().select("[name=discoverable]").hasAttr("checked")).isTrue();
    assertThat(ada.open(PATH).text()).contains("Forests", "1 person", "Read them");
    ada.open("/@ada/featured");
    assertThat(ada.page().select(".featured-people").text()).contains("Forests", "@ben");
    assertThat(ada.page().select(".featured-people a[href=" + forests + "]")).hasSize(1);
    ada.open(forests).submit(ada.page().select("form[action$=/remove]").attr("action"));
    assertThat(ada.path()).isEqualTo(forests);
    assertThat(ada.text()).contains("Nobody yet");
    ada.open(ada.page().select("a[href$=/delete]").attr("href"));
    assertThat(ada.text()).contains("Delete “Forests”?", "Nobody is in it.");
    assertThat(ada.page().select("a[href=" + forests + "]").text()).contains("Keep it");
    ada.submit(forests + "/delete");
    assertThat(ada.text()).contains("Deleted.", "No collections yet");
    assertThat(ada.open(forests).status()).isEqualTo(404);
  }

  @Test
  void everythingAboutItIsChanged() {
    Person cleo = findable("cleo");
    Guest cleos = loggedIn(cleo, "cleo");
    String path = made(cleos, "Stones");
    cleos.submit(
        path,
        "name",
        "Rocks",
        "description",
        "Hard ones",
        "tag_name",
        "geology",
        "language",
        "de",
        "sensitive",
        "true",
        "discoverable",
        "false");
    assertThat(cleos.text()).contains("Saved.", "Rocks", "not shown");
    var json =
        cleo.get("/api/v1/collections/" + path.substring(PATH.length() + 1)).path("collection");
    assertThat(json.path("name").asString()).isEqualTo("Rocks");
    assertThat(json.path("description").asString()).isEqualTo("Hard ones");
    assertThat(json.at("/tag/name").asString()).isEqualTo("geology");
    assertThat(json.path("language").asString()).isEqualTo("de");
    assertThat(json.path("sensitive").asBoolean()).isTrue();
    assertThat(json.path("discoverable").asBoolean()).isFalse();
    cleos.open(path).submit(path, "tag_name", "", "language", "", "description", "");
    json = cleo.get("/api/v1/collections/" + path.substring(PATH.length() + 1)).path("collection");
    assertThat(json.path("tag").isNull()).isTrue();
    assertThat(json.path("language").isNull()).isTrue();
    assertThat(json.path("description").asString()).isEmpty();
    assertThat(json.path("sensitive").asBoolean()).isTrue();
  }

  @Test
  void whatIsWrongIsSaidByItsFieldAndNothingTypedIsLost() {
    Guest dora = member("dora");
    String[] wrong = {
      "name",
      "x".repeat(41),
      "description",
      "y".repeat(101),
      "tag_name",
      "no tag",
      "language",
      "fr",
      "sensitive",
      "true",
      "discoverable",
      "false"
    };
    dora.open(NEW).submit(NEW, wrong);
    stillThere(dora);
    dora.submit(NEW, "name", " ", "description", "", "tag_name", "");
    assertThat(problem(dora, "name")).isEqualTo("Name: can't be blank");
    String path = made(dora, "Fine");
    dora.submit(path, wrong);
    stillThere(dora);
    assertThat(dora.text()).as("the people are still shown").contains("Nobody yet");
    assertThat(dora.open(path).page().select("[name=name]").val()).isEqualTo("Fine");
  }

  private static void stillThere(Guest dora) {
    assertThat(dora.status()).isEqualTo(422);
    assertThat(problem(dora, "name")).isEqualTo("Name: is too long (maximum is 40 characters)");
    assertThat(problem(dora, "description"))
        .isEqualTo("Description: is too long (maximum is 100 characters)");
    assertThat(problem(dora, "tag_name")).isEqualTo("Hashtag: is not a valid hashtag");
    assertThat(dora.page().select("[name=name]").val()).isEqualTo("x".repeat(41));
    assertThat(dora.page().select("[name=description]").val()).isEqualTo("y".repeat(101));
    assertThat(dora.page().select("[name=tag_name]").val()).isEqualTo("no tag");
    assertThat(dora.page().select("[name=language] [selected]").val()).isEqualTo("fr");
    assertThat(dora.page().select("[name=sensitive]").hasAttr("checked")).isTrue();
    assertThat(dora.page().select("[name=discoverable]").hasAttr("checked")).isFalse();
  }

  @Test
  void peopleAreAddedByNameOrByHowItBegins() {
    Guest eve = member("eve");
    findable("gardener_one");
    Person shy = fediverse.person("gardener_shy", "alpha.test");
    shy.profile("discoverable", "false");
    fediverse.settle();
    String path = made(eve, "Gardens");
    eve.submit(path + "/people", "acct", "@gardener");
    assertThat(eve.status()).isEqualTo(422);
    assertThat(problem(eve, "acct")).contains("Nobody here has exactly that name");
    assertThat(eve.page().select("#f-acct").val()).isEqualTo("@gardener");
    assertThat(eve.page().select(".row .handle").eachText()).containsExactly("@gardener_one");
    Guest chosen =
        eve.forge(
            path + "/people",
            Map.of(
                "csrf",
                eve.page().select(".row [name=csrf]").val(),
                "acct",
                eve.page().select(".row [name=acct]").val()));
    assertThat(chosen.page().select(".row .handle").eachText()).containsExactly("@gardener_one");
    eve.submit(path + "/people", "acct", "gardener_one");
    assertThat(problem(eve, "acct")).isEqualTo("@gardener_one is already in it.");
    eve.submit(path + "/people", "acct", "@gardener_shy");
    assertThat(problem(eve, "acct")).contains("@gardener_shy cannot be added", "Recommend me");
    eve.submit(path + "/people", "acct", "@nobody_at_all");
    assertThat(problem(eve, "acct")).contains("nobody by that name");
    assertThat(eve.page().select("#f-acct").val()).isEqualTo("@nobody_at_all");
    assertThat(shy.get("/api/v1/accounts/" + shy.id() + "/in_collections").path("collections"))
        .isEmpty();
  }

  @Test
  void whoStandsInOneSeesItAndTakesThemselvesOutForGood() {
    Guest finn = member("finn");
    String path = made(finn, "Birds", "discoverable", "false");
    finn.submit(path + "/people", "acct", "ben");
    Guest bens = loggedIn(ben, "ben");
    assertThat(bens.open(PATH).text()).contains("Collections you are in", "Birds", "By finn");
    bens.submit(bens.page().select("form[action$=/leave]").attr("action"));
    assertThat(bens.path()).isEqualTo(PATH);
    assertThat(bens.text()).doesNotContain("Birds");
    finn.open(path);
    assertThat(finn.text()).contains("Nobody yet");
    finn.submit(path + "/people", "acct", "ben");
    assertThat(problem(finn, "acct")).contains("@ben has left this collection");
  }

  @Test
  void nobodyElseChangesACollection() {
    Guest gus = member("gus");
    String path = made(gus, "Mine");
    Guest ida = member("ida");
    String csrf = ida.open(NEW).page().select("[name=csrf]").val();
    assertThat(ida.open(path).status()).isEqualTo(404);
    assertThat(ida.open(path + "/delete").status()).isEqualTo(404);
    for (String action : new String[] {path, path + "/delete", path + "/people"})
      assertThat(ida.forge(action, Map.of("csrf", csrf, "name", "X", "acct", "ben")).status())
          .as(action)
          .isEqualTo(404);
    assertThat(ida.open("/@gus/featured").page().select(".featured-people a[href^=" + PATH + "]"))
        .isEmpty();
    Guest stranger = new Guest("http://" + ben.server().authority());
    assertThat(stranger.open(PATH).path()).isEqualTo("/auth/sign_in");
    assertThat(gus.open(path).page().select("[name=name]").val()).isEqualTo("Mine");
  }

  @Test
  void nobodyElseTakesAPersonOut() {
    Guest uma = member("uma");
    String path = made(uma, "Neighbours");
    uma.open(path).submit(path + "/people", "acct", "ben");
    String remove = uma.page().select("form[action$=/remove]").attr("action");
    assertThat(remove).startsWith(path + "/people/");
    String item = remove.substring(path.length(), remove.length() - "/remove".length());
    Guest ivy = member("ivy");
    String own = made(ivy, "Another");
    String csrf = ivy.open(NEW).page().select("[name=csrf]").val();
    String leave = "/collections" + path.substring(PATH.length()) + item + "/leave";
    for (String action : new String[] {remove, own + item + "/remove"})
      assertThat(ivy.forge(action, Map.of("csrf", csrf)).status()).as(action).isEqualTo(404);
    assertThat(ivy.forge(leave, Map.of("csrf", csrf)).status()).isEqualTo(403);
    assertThat(uma.open(path).page().select("form[action=" + remove + "]")).hasSize(1);
  }

  @Test
  void thereIsRoomForSoMany() {
    Guest jo = member("jo");
    for (int i = 0; i < 10; i++) made(jo, "Number " + i);
    jo.open(PATH);
    assertThat(jo.page().select("a[href=" + NEW + "]")).isEmpty();
    assertThat(jo.text()).contains("You have 10 collections");
    jo.open(NEW).submit(NEW, "name", "One more");
    assertThat(jo.status()).isEqualTo(422);
    assertThat(jo.page().select("[role=alert]").text())
        .isEqualTo("You have reached the maximum number of collections");
    assertThat(jo.page().select("[name=name]").val()).isEqualTo("One more");
  }
}
