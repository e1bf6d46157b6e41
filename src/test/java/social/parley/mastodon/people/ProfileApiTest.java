package social.parley.mastodon.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** The own profile and account, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileApiTest {
  private final Fediverse fediverse = Fediverse.of("alpha.test");
  private int people;

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Person newcomer() {
    return fediverse.person("person" + ++people, "alpha.test");
  }

  private static Answer send(Person person, String method, String path, String json) {
    return person.server().client().send(method, path, json, "application/json", person.token());
  }

  @Test
  void aProfileIsReadAndChangedByPatchAndPut() {
    Person ada = newcomer();
    JsonNode before = ada.get("/api/v1/profile");
    assertThat(before.path("avatar").isNull()).isTrue();
    assertThat(before.path("show_media").asBoolean()).isTrue();
    assertThat(before.path("featured_tags").isArray()).isTrue();
    Answer changed =
        send(
            ada,
            "PATCH",
            "/api/v1/profile",
            """
            {"display_name":"Ada","note":"likes <b>tea</b>","show_media":false,
             "attribution_domains":["example.org"],"hide_collections":true,
             "fields_attributes":[{"name":"Site","value":"https://example.org/ada"}]}
            """);
    assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
    assertThat(changed.text("/display_name")).isEqualTo("Ada");
    assertThat(changed.text("/note")).isEqualTo("likes <b>tea</b>");
    assertThat(changed.text("/formatted_note")).contains("&lt;b&gt;");
    assertThat(changed.text("/fields/0/value")).isEqualTo("https://example.org/ada");
    assertThat(changed.text("/formatted_fields/0/value")).contains("rel=\"me");
    assertThat(changed.json().path("show_media").asBoolean(true)).isFalse();
    assertThat(changed.json().path("show_featured").asBoolean()).isTrue();
    assertThat(changed.text("/attribution_domains/0")).isEqualTo("example.org");
    Answer again = send(ada, "PUT", "/api/v1/profile", "{\"show_featured\":false}");
    assertThat(again.json().path("show_featured").asBoolean(true)).isFalse();
    assertThat(again.json().path("show_media").asBoolean(true)).isFalse();
    JsonNode account = ada.get("/api/v1/accounts/" + ada.id());
    assertThat(account.path("show_media").asBoolean(true)).isFalse();
    assertThat(account.path("hide_collections").asBoolean()).isTrue();
    assertThat(
            fediverse.at("alpha.test").document(ada.iri()).json().path("showMedia").asBoolean(true))
        .isFalse();
  }

  @Test
  void theStaffIsKnownByItsBadge() {
    Instance server = fediverse.at("alpha.test");
    Person mod = newcomer();
    mod.write("A post");
    assertThat(mod.get("/api/v1/accounts/" + mod.id()).path("roles").size()).isZero();
    server.community().accounts().changeRole(mod.account(), Role.MODERATOR);
    JsonNode badge = mod.get("/api/v1/accounts/" + mod.id()).at("/roles/0");
    assertThat(badge.path("name").asString()).isEqualTo("Moderator");
    assertThat(badges(mod)).containsExactly("Moderator");
    long may = mod.get("/api/v1/accounts/verify_credentials").at("/role/permissions").asLong();
    assertThat(may & 0x10).as("reports").isPositive();
    assertThat(may & 0x1).as("everything").isZero();
    server.community().accounts().changeRole(mod.account(), Role.OWNER);
    JsonNode role = mod.get("/api/v1/accounts/verify_credentials").path("role");
    assertThat(role.path("permissions").asLong()).as("every bit").isEqualTo(0x1F_FFFF);
    assertThat(role.path("highlighted").asBoolean()).isTrue();
    server.community().accounts().changeRole(mod.account(), Role.USER);
    assertThat(badges(mod)).isEmpty();
  }

  /** As they stand at somebody's posts. */
  private static List<String> badges(Person person) {
    return person
        .get("/api/v1/timelines/home")
        .at("/0/account/roles")
        .valueStream()
        .map(role -> role.path("name").asString())
        .toList();
  }

  @Test
  void whatIsRefusedChangesNothing() {
    Person ada = newcomer();
    Answer refused =
        send(
            ada,
            "PATCH",
            "/api/v1/accounts/update_credentials",
            "{\"display_name\":\"New\",\"source\":{\"sensitive\":true},"
                + "\"attribution_domains\":[\"no domain\"]}");
    assertThat(refused.status()).isEqualTo(422);
    JsonNode own = ada.get("/api/v1/accounts/verify_credentials");
    assertThat(own.path("display_name").asString()).isNotEqualTo("New");
    assertThat(own.at("/source/sensitive").asBoolean(true)).isFalse();
  }

  @Test
  void theOwnLoginIsChangedWithThePassword() {
    Person ada = newcomer();
    assertThat(ada.tries("/api/pleroma/change_email", "email", "x@example.org", "password", "no"))
        .isEqualTo(422);
    JsonNode done =
        ada.post(
            "/api/pleroma/change_email",
            "email",
            "other" + people + "@example.org",
            "password",
            Instance.PASSWORD);
    assertThat(done.path("status").asString()).isEqualTo("success");
    ada.post(
        "/api/pleroma/change_password",
        "password",
        Instance.PASSWORD,
        "new_password",
        "another long one 7",
        "new_password_confirmation",
        "another long one 7");
    assertThat(ada.tries("/api/pleroma/delete_account", "password", Instance.PASSWORD))
        .isEqualTo(403);
    assertThat(
            ada.post("/api/pleroma/delete_account", "password", "another long one 7")
                .path("status")
                .asString())
        .isEqualTo("success");
    assertThat(send(ada, "GET", "/api/v1/accounts/verify_credentials", null).status())
        .isEqualTo(401);
  }

  @Test
  void peopleAreSubscribedToWhileFollowed() {
    Person ada = newcomer();
    Person bob = newcomer();
    String path = "/api/v1/pleroma/accounts/" + bob.id();
    assertThat(ada.tries(path + "/subscribe")).isEqualTo(422);
    ada.follow(bob);
    JsonNode subscribed = ada.post(path + "/subscribe");
    assertThat(subscribed.path("subscribing").asBoolean()).isTrue();
    assertThat(subscribed.path("notifying").asBoolean()).isTrue();
    JsonNode ended = ada.post(path + "/unsubscribe");
    assertThat(ended.path("subscribing").asBoolean(true)).isFalse();
    assertThat(ended.path("following").asBoolean()).isTrue();
  }

  @Test
  void favouritesAreShownOnlyIfTheirOwnerWishesSo() {
    Person ada = newcomer();
    Person bob = newcomer();
    ada.follow(bob);
    ada.favourite(bob.write("Likeable"));
    String path = "/api/v1/pleroma/accounts/" + ada.id() + "/favourites";
    assertThat(ada.get(path).size()).isEqualTo(1);
    assertThat(bob.server().client().get(path, bob.token()).status()).isEqualTo(403);
    ada.profile("hide_favorites", "false");
    assertThat(bob.get(path).size()).isEqualTo(1);
    assertThat(bob.server().client().get(path, null).json().size()).isEqualTo(1);
    ada.favourite(bob.write("For few", "visibility", "private"));
    assertThat(bob.server().client().get(path, null).json().size()).isEqualTo(1);
  }

  @Test
  void severalAccountsComeOnceEachAndUnknownOnesNotAtAll() {
    Person ada = newcomer();
    Person bob = newcomer();
    String ids = "id[]=" + bob.id() + "&id[]=7&id[]=nonsense&id[]=" + ada.id();
    assertThat(ids(ada.get("/api/v1/accounts?" + ids + "&id[]=" + bob.id())))
        .containsExactly(bob.id(), ada.id());
    assertThat(ids(ada.get("/api/v1/accounts/relationships?" + ids)))
        .containsExactly(bob.id(), ada.id());
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(one -> one.path("id").asString()).toList();
  }

  @Test
  void whoIsBlockedSeesNoFollowers() {
    Person ada = newcomer();
    Person bob = newcomer();
    Person eve = newcomer();
    eve.follow(ada);
    String path = "/api/v1/accounts/" + ada.id() + "/followers";
    assertThat(bob.get(path).size()).isEqualTo(1);
    ada.block(bob);
    assertThat(bob.get(path).size()).isZero();
  }
}
