package social.parley.mastodon.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Finding people and arranging oneself with them, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeopleApiContract {
  private final Fediverse fediverse = open("alpha.test", "beta.test");
  private final Person ada = fediverse.person("ada", "alpha.test");
  private final Person bob = fediverse.person("bob", "alpha.test");

  abstract Fediverse open(String... hosts);

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private static Answer send(Person person, String method, String path, String json) {
    return person.server().client().send(method, path, json, "application/json", person.token());
  }

  private Person newcomer(String name) {
    return fediverse.person(name, "alpha.test");
  }

  private static String path(Person other, String deed) {
    return "/api/v1/accounts/" + other.id() + "/" + deed;
  }

  @Test
  void serversAreHiddenAndShownAgain() {
    Person carl = newcomer("carl");
    carl.post("/api/v1/domain_blocks", "domain", "Spam.Example");
    carl.post("/api/v1/domain_blocks", "domain", "noise.example");
    assertThat(carl.get("/api/v1/domain_blocks").toString())
        .isEqualTo("[\"noise.example\",\"spam.example\"]");
    JsonNode preview = carl.get("/api/v1/domain_blocks/preview?domain=spam.example");
    assertThat(preview.path("following_count").isInt()).isTrue();
    assertThat(preview.path("followers_count").asInt(-1)).isZero();
    assertThat(
            send(carl, "DELETE", "/api/v1/domain_blocks", "{\"domain\":\"spam.example\"}").status())
        .isEqualTo(200);
    assertThat(send(carl, "DELETE", "/api/v1/domain_blocks?domain=noise.example", null).status())
        .isEqualTo(200);
    assertThat(carl.get("/api/v1/domain_blocks").size()).isZero();
    assertThat(carl.tries("/api/v1/domain_blocks", "domain", "not a domain")).isEqualTo(422);
  }

  @Test
  void nobodyOfAHiddenServerTurnsUpAnywhere() {
    Person hal = newcomer("hal");
    Person ida = newcomer("ida");
    Person zoe = fediverse.person("zoe", "beta.test");
    hal.follow(ida);
    hal.follow(zoe);
    ida.follow(zoe);
    fediverse.settle();
    Status first = zoe.write("Hello from beta");
    zoe.write("Hey @" + hal.handle());
    fediverse.settle();
    ida.boost(first);
    fediverse.settle();
    assertThat(hal.homeTexts()).contains("Hello from beta");
    assertThat(hal.publicTexts()).contains("Hello from beta");
    assertThat(hal.notifications()).contains("mention zoe");
    hal.post("/api/v1/domain_blocks", "domain", zoe.server().authority());
    fediverse.settle();
    assertThat(hal.is("domain_blocking", zoe)).isTrue();
    assertThat(hal.is("following", zoe)).isFalse();
    assertThat(zoe.is("followed_by", hal)).isFalse();
    Status second = zoe.write("Again @" + hal.handle());
    fediverse.settle();
    ida.boost(second);
    fediverse.settle();
    assertThat(hal.homeTexts()).doesNotContain("Hello from beta").noneMatch(this::isAgain);
    assertThat(hal.publicTexts()).doesNotContain("Hello from beta").noneMatch(this::isAgain);
    assertThat(ida.publicTexts()).anyMatch(this::isAgain);
    assertThat(hal.notifications()).noneMatch(one -> one.endsWith("zoe"));
  }

  private boolean isAgain(String text) {
    return text.startsWith("Again");
  }

  @Test
  void notesAndRecommendations() {
    Person dora = newcomer("dora");
    assertThat(dora.tries(path(bob, "endorse"))).isEqualTo(422);
    dora.follow(bob);
    assertThat(dora.post(path(bob, "pin")).path("endorsed").asBoolean()).isTrue();
    assertThat(dora.get("/api/v1/endorsements").get(0).path("id").asString()).isEqualTo(bob.id());
    String listed = "/api/v1/accounts/" + dora.id() + "/endorsements";
    assertThat(dora.server().client().get(listed, null).json().size()).isEqualTo(1);
    assertThat(ada.get("/api/v1/pleroma/accounts/" + dora.id() + "/endorsements").size())
        .isEqualTo(1);
    assertThat(dora.post(path(bob, "unendorse")).path("endorsed").asBoolean()).isFalse();
    JsonNode noted = dora.post(path(bob, "note"), "comment", "Good with boats");
    assertThat(noted.path("note").asString()).isEqualTo("Good with boats");
    assertThat(dora.post(path(bob, "note")).path("note").asString()).isEmpty();
  }

  @Test
  void suggestionsTellWhy() {
    Person emil = newcomer("emil");
    Person frida = newcomer("frida");
    emil.follow(ada);
    ada.follow(frida);
    JsonNode first = emil.get("/api/v2/suggestions").get(0);
    assertThat(first.at("/account/id").asString()).isEqualTo(frida.id());
    assertThat(first.at("/sources/0").asString()).isEqualTo("friends_of_friends");
    assertThat(first.at("/source").asString()).isEqualTo("past_interactions");
    assertThat(emil.get("/api/v1/suggestions").get(0).path("id").asString()).isEqualTo(frida.id());
    JsonNode familiar =
        emil.get("/api/v1/accounts/familiar_followers?id[]=" + frida.id() + "&id[]=" + ada.id());
    assertThat(familiar.at("/0/accounts/0/id").asString()).isEqualTo(ada.id());
    assertThat(familiar.at("/1/id").asString()).isEqualTo(ada.id());
    assertThat(familiar.at("/1/accounts").size()).isZero();
    assertThat(send(emil, "DELETE", "/api/v1/suggestions/" + frida.id(), null).status())
        .isEqualTo(200);
    assertThat(emil.get("/api/v2/suggestions").toString()).doesNotContain(frida.handle());
  }

  @Test
  void theDirectoryIsOpenToAll() {
    Person gwen = newcomer("gwen");
    Answer newest =
        gwen.server().client().get("/api/v1/directory?order=new&local=true&limit=200", null);
    assertThat(newest.status()).isEqualTo(200);
    assertThat(newest.json().valueStream().map(one -> one.path("id").asString()))
        .contains(gwen.id(), ada.id())
        .doesNotHaveDuplicates();
    gwen.profile("discoverable", "false");
    assertThat(gwen.get("/api/v1/directory?order=new").toString()).doesNotContain("\"gwen\"");
  }
}
