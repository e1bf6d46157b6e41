package social.parley.mastodon.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import tools.jackson.databind.JsonNode;

/** What people find, and what they do not. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SearchContract {
  private Fediverse fediverse;
  private Person ada;
  private Person bob;
  private Person cleo;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    bob = fediverse.person("bob", "alpha.test");
    cleo = fediverse.person("cleo", "alpha.test");
    ada.profile("indexable", "true", "display_name", "Ada Lovelace", "note", "Writes programs");
    cleo.profile("discoverable", "false", "display_name", "Kleopatra");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode search(Person who, String query, String more) {
    return who.get("/api/v2/search?q=" + encoded(query) + more);
  }

  private static List<String> posts(Person who, String query) {
    return search(who, query, "&type=statuses")
        .path("statuses")
        .valueStream()
        .map(one -> new Status(one).text())
        .toList();
  }

  private static List<String> people(Person who, String query) {
    return search(who, query, "&type=accounts")
        .path("accounts")
        .valueStream()
        .map(one -> one.path("username").asString())
        .toList();
  }

  @Test
  void openPostsOfThoseWhoWantItAreFoundByAll() {
    ada.write("A walnut falls from the tree");
    ada.write("An unlisted walnut", "visibility", "unlisted");
    ada.write("A walnut for followers", "visibility", "private");
    bob.write("A walnut of Bob");
    assertThat(posts(bob, "walnut"))
        .containsExactly("A walnut of Bob", "A walnut falls from the tree");
    assertThat(posts(cleo, "WALNUT")).containsExactly("A walnut falls from the tree");
    assertThat(posts(ada, "walnut"))
        .containsExactly(
            "A walnut for followers", "An unlisted walnut", "A walnut falls from the tree");
    assertThat(posts(ada, "walnut in:public")).containsExactly("A walnut falls from the tree");
    assertThat(posts(bob, "walnut in:library")).containsExactly("A walnut of Bob");
  }

  @Test
  void aSearchMayBeAsLongAsItLikes() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 1200; i++) words.append('w').append(i).append(' ');
    assertThat(people(bob, words.toString())).isEmpty();
    assertThat(posts(bob, "\"" + words + "\"")).isEmpty();
  }

  @Test
  void whatOneHasReceivedIsFound() {
    Status letter = bob.write("@cleo the chestnut is hidden", "visibility", "direct");
    Status quiet = bob.write("Quiet chestnut", "visibility", "unlisted");
    assertThat(posts(cleo, "chestnut")).containsExactly("@cleo the chestnut is hidden");
    assertThat(posts(ada, "chestnut")).isEmpty();
    cleo.act("bookmark", quiet);
    assertThat(posts(cleo, "chestnut")).hasSize(2);
    assertThat(posts(cleo, "chestnut is:bookmark")).containsExactly("Quiet chestnut");
    cleo.act("unbookmark", quiet);
    assertThat(posts(cleo, "chestnut")).hasSize(1);
    bob.delete(letter);
    assertThat(posts(cleo, "chestnut")).isEmpty();
  }

  @Test
  void operatorsNarrow() {
    String file = ada.upload(Pictures.png(20, 20), "a hazelnut in the grass");
    Status picture = ada.write("See", "media_ids[]", file);
    Status german = ada.write("Die Haselnuss, hazelnut", "language", "de", "spoiler_text", "Nuts");
    ada.write(
        "hazelnut poll",
        "poll[expires_in]",
        "3600",
        "poll[options][]",
        "a",
        "poll[options][]",
        "b");
    ada.reply(german, "hazelnut https://example.org/nut");
    assertThat(posts(bob, "hazelnut")).hasSize(4);
    assertThat(posts(bob, "hazelnut has:image")).containsExactly("See");
    assertThat(posts(bob, "hazelnut has:poll")).containsExactly("hazelnut poll");
    assertThat(posts(bob, "hazelnut has:link is:reply")).hasSize(1);
    assertThat(posts(bob, "hazelnut has:embed")).isEmpty();
    assertThat(posts(bob, "hazelnut -has:embed")).hasSize(4);
    ada.server()
        .community()
        .database()
        .run(tx -> tx.update("UPDATE cards SET state = 'ready', html = '<iframe>'").execute());
    assertThat(posts(bob, "hazelnut has:embed")).hasSize(1);
    assertThat(posts(bob, "hazelnut -has:embed")).hasSize(3);
    assertThat(posts(bob, "hazelnut -has:media -is:reply -has:poll language:de")).hasSize(1);
    assertThat(posts(bob, "hazelnut is:sensitive")).hasSize(1);
    assertThat(posts(bob, "nuts hazelnut")).hasSize(1);
    assertThat(posts(bob, "hazelnut -haselnuss -poll -has:link")).containsExactly("See");
    assertThat(posts(bob, "\"hazelnut in the grass\"")).hasSize(1);
    assertThat(posts(bob, "\"grass in the hazelnut\"")).isEmpty();
    assertThat(posts(bob, "hazelnut from:ada")).hasSize(4);
    assertThat(posts(bob, "hazelnut from:me")).isEmpty();
    assertThat(posts(bob, "hazelnut from:nobody")).isEmpty();
    String day = picture.at("/created_at").asString().substring(0, 10);
    assertThat(posts(bob, "hazelnut during:" + day)).hasSize(4);
    assertThat(posts(bob, "hazelnut before:" + day)).isEmpty();
    assertThat(posts(bob, "hazelnut after:" + day)).isEmpty();
    assertThat(
            search(bob, "hazelnut", "&type=statuses&limit=1&offset=1&max_id=" + picture.id())
                .at("/statuses"))
        .isEmpty();
    assertThat(search(bob, "hazelnut", "&type=statuses&limit=2&offset=1").at("/statuses"))
        .hasSize(2);
    assertThat(search(bob, "hazelnut", "&account_id=" + bob.id()).at("/statuses")).isEmpty();
  }

  @Test
  void everyScriptIsFound() {
    ada.write("今日は東京都に行きました #旅行");
    ada.write("학교에서 점심을 먹었다");
    ada.write("Ein Café in Zürich");
    ada.write("สวัสดีชาวโลก");
    assertThat(posts(bob, "東京")).hasSize(1);
    assertThat(posts(bob, "京都")).hasSize(1);
    assertThat(posts(bob, "京東")).isEmpty();
    assertThat(posts(bob, "都")).hasSize(1);
    assertThat(posts(bob, "학교")).hasSize(1);
    assertThat(posts(bob, "cafe zurich")).hasSize(1);
    assertThat(posts(bob, "ชาวโลก")).hasSize(1);
    assertThat(posts(bob, "#旅行")).hasSize(1);
  }

  @Test
  void consentCountsFromTheMomentItIsGiven() {
    Person dora = fediverse.person("dora", "alpha.test");
    dora.write("A pistachio");
    assertThat(posts(bob, "pistachio")).isEmpty();
    dora.profile("indexable", "true");
    assertThat(posts(bob, "pistachio")).hasSize(1);
    dora.profile("indexable", "false");
    assertThat(posts(bob, "pistachio")).isEmpty();
  }

  @Test
  void unwantedPeopleAreAbsent() {
    Person eve = fediverse.person("eve", "alpha.test");
    eve.profile("indexable", "true", "display_name", "Evelyn");
    eve.write("An almond");
    assertThat(posts(bob, "almond")).hasSize(1);
    bob.block(eve);
    assertThat(posts(bob, "almond")).isEmpty();
    assertThat(people(bob, "evel")).isEmpty();
    assertThat(people(cleo, "evel")).containsExactly("eve");
  }

  @Test
  void theMutedAreAbsentForAsLongAsTheyAreMuted() {
    Person emil = fediverse.person("emil", "alpha.test");
    emil.profile("indexable", "true");
    emil.write("A cashew");
    bob.mute(emil, Duration.ofHours(1));
    assertThat(posts(bob, "cashew")).isEmpty();
    assertThat(posts(cleo, "cashew")).hasSize(1);
    fediverse.clock().advance(Duration.ofHours(1));
    assertThat(posts(bob, "cashew")).hasSize(1);
  }

  @Test
  void theLimitedAreFoundByThoseWhoFollowThem() {
    Person elsa = fediverse.person("elsa", "alpha.test");
    elsa.profile("indexable", "true");
    cleo.follow(elsa);
    elsa.write("A peanut");
    assertThat(posts(bob, "peanut")).hasSize(1);
    Person staff = ada.server().staff("judge", Role.MODERATOR);
    staff.post("/api/v1/admin/accounts/" + elsa.id() + "/action", "type", "silence");
    assertThat(posts(bob, "peanut")).isEmpty();
    assertThat(posts(cleo, "peanut")).hasSize(1);
    assertThat(posts(elsa, "peanut")).hasSize(1);
    bob.follow(elsa);
    assertThat(posts(bob, "peanut")).hasSize(1);
  }

  @Test
  void nobodyOfAHiddenServerIsFound() {
    Person eugen = fediverse.person("eugen", "beta.test");
    cleo.follow(eugen);
    fediverse.settle();
    Status there = eugen.write("A pecan");
    fediverse.settle();
    bob.favourite(there);
    cleo.favourite(there);
    assertThat(posts(bob, "pecan")).hasSize(1);
    bob.post("/api/v1/domain_blocks", "domain", eugen.handle().split("@")[1]);
    assertThat(posts(bob, "pecan")).isEmpty();
    assertThat(posts(cleo, "pecan")).hasSize(1);
  }

  @Test
  void peopleAreFoundByNamesWithSlips() {
    assertThat(people(bob, "love")).containsExactly("ada");
    assertThat(people(bob, "lovlace")).containsExactly("ada");
    assertThat(people(bob, "programs")).containsExactly("ada");
    assertThat(people(bob, "Ada Love")).containsExactly("ada");
    assertThat(people(bob, "kleop")).isEmpty();
    assertThat(people(bob, "cleo")).containsExactly("cleo");
    bob.follow(cleo);
    assertThat(people(bob, "kleop")).containsExactly("cleo");
    assertThat(bob.get("/api/v1/accounts/search?q=kle&following=true")).hasSize(1);
    assertThat(bob.get("/api/v1/accounts/search?q=lovelace&following=true")).isEmpty();
  }

  @Test
  void tagsAreFoundByTheirBeginnings() {
    ada.write("#Brazilnut and #brazil");
    List<String> found =
        search(bob, "#braz", "&type=hashtags")
            .path("hashtags")
            .valueStream()
            .map(one -> one.path("name").asString())
            .toList();
    assertThat(found).startsWith("braz").contains("brazil", "brazilnut");
  }

  @Test
  void rebuildingFindsAllAgain() {
    ada.write("A macadamia");
    assertThat(posts(bob, "macadamia")).hasSize(1);
    ada.server().community().search().rebuild();
    assertThat(posts(bob, "macadamia")).hasSize(1);
    assertThat(people(bob, "love")).containsExactly("ada");
    ada.server().restart();
    ada.write("Another macadamia");
    assertThat(posts(bob, "macadamia")).hasSize(2);
  }

  @Test
  void strangersFindPeopleButNoPosts() {
    ada.write("A peanut");
    JsonNode found = ada.server().client().get("/api/v2/search?q=peanut", null).json();
    assertThat(found.path("statuses")).isEmpty();
    assertThat(ada.server().client().get("/api/v2/search?q=x&offset=1", null).status())
        .isEqualTo(401);
    assertThat(ada.server().client().get("/api/v1/search?q=peanut", null).status()).isEqualTo(401);
    assertThat(ada.get("/api/v1/search?q=peanut").path("statuses")).hasSize(1);
  }
}
