package social.parley.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** What apps are told, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsApiTest {
  private static final String V1 = "/api/v1/notifications";
  private static final String V2 = "/api/v2/notifications";
  private static final String POLICY = "/api/v2/notifications/policy";
  private static final String REQUESTS = "/api/v1/notifications/requests";

  private Fediverse fediverse;
  private ApiClient client;
  private Person ada;
  private Person ben;
  private Person cleo;
  private int people;

  @BeforeAll
  void start() {
    fediverse = Fediverse.of("alpha.test");
    client = fediverse.at("alpha.test").client();
  }

  @BeforeEach
  void meet() {
    people++;
    ada = fediverse.person("ada" + people, "alpha.test");
    ben = fediverse.person("ben" + people, "alpha.test");
    cleo = fediverse.person("cleo" + people, "alpha.test");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private String at(Person person) {
    return "@" + person.handle().split("@")[0];
  }

  private static List<String> all(JsonNode list, String member) {
    return list.valueStream().map(one -> one.path(member).asString()).toList();
  }

  private Answer send(String method, String path, String json) {
    return client.send(method, path, json, "application/json", ada.token());
  }

  @Test
  void aNotificationHasItsPersonItsPostAndItsGroup() {
    Status post = ada.write("like me");
    ben.favourite(post);
    Status mention = ben.write("hello " + at(ada));
    JsonNode list = ada.get(V1);
    assertThat(all(list, "type")).containsExactly("mention", "favourite");
    JsonNode first = list.get(0);
    assertThat(first.at("/account/id").asString()).isEqualTo(ben.id());
    assertThat(first.at("/status/id").asString()).isEqualTo(mention.id());
    assertThat(first.path("group_key").asString())
        .isEqualTo("ungrouped-" + first.path("id").asString());
    assertThat(first.path("created_at").asString()).endsWith("Z");
    assertThat(first.at("/pleroma/is_seen").asBoolean()).isFalse();
    assertThat(first.has("fallback")).isFalse();
    assertThat(first.has("filtered")).isFalse();
    assertThat(list.get(1).path("group_key").asString()).startsWith("favourite-" + post.id() + "-");
    String id = first.path("id").asString();
    assertThat(ada.get(V1 + "/" + id)).isEqualTo(first);
    assertThat(client.get(V1 + "/" + id, ben.token()).status()).isEqualTo(404);
    assertThat(all(ada.get(V1 + "?types[]=mention"), "type")).containsExactly("mention");
    assertThat(all(ada.get(V1 + "?include_types[]=mention"), "type")).containsExactly("mention");
    assertThat(all(ada.get(V1 + "?exclude_types[]=mention"), "type")).containsExactly("favourite");
    assertThat(ada.get(V1 + "?types[]=nonsense")).isEmpty();
    assertThat(ada.get(V1 + "?account_id=" + cleo.id())).isEmpty();
  }

  @Test
  void whatIsToldOfAPostGoesWithItAndMakesNoGap() {
    Status first = ben.write("hello " + at(ada));
    Status gone = ben.write("wrong " + at(ada));
    Status last = cleo.write("hello " + at(ada));
    assertThat(ada.get(V1)).hasSize(3);
    ben.delete(gone);
    JsonNode page = ada.get(V1 + "?limit=2");
    assertThat(page.valueStream().map(one -> one.at("/status/id").asString()))
        .containsExactly(last.id(), first.id());
    assertThat(ada.get("/api/v1/notifications/unread_count").path("count").asInt()).isEqualTo(2);
  }

  @Test
  void whatAnAppDoesNotKnowIsSaidInWords() {
    Status post = ada.write("react to <me>");
    ben.post("/api/v1/statuses/" + post.id() + "/react/🎉");
    JsonNode plain = ada.get(V1).get(0);
    assertThat(plain.path("type").asString()).isEqualTo("pleroma:emoji_reaction");
    assertThat(plain.path("emoji").asString()).isEqualTo("🎉");
    assertThat(plain.at("/fallback/title").asString()).contains("reacted to your post with 🎉");
    assertThat(plain.at("/fallback/summary").asString()).isEqualTo("react to &lt;me&gt;");
    JsonNode knowing = ada.get(V1 + "?supported_types[]=reaction").get(0);
    assertThat(knowing.path("type").asString()).isEqualTo("reaction");
    assertThat(knowing.has("fallback")).isFalse();
    ben.favourite(post);
    JsonNode group = ada.get(V2 + "?supported_types[]=mention").path("notification_groups").get(0);
    assertThat(group.path("type").asString()).isEqualTo("favourite");
    assertThat(group.at("/fallback/title").asString()).endsWith("favourited your post");
  }

  @Test
  void groupsComeWithTheirPeopleAndPosts() {
    Status post = ada.write("popular");
    ben.favourite(post);
    cleo.favourite(post);
    ben.write("hello " + at(ada));
    JsonNode page = ada.get(V2);
    JsonNode group = page.path("notification_groups").get(1);
    assertThat(group.path("notifications_count").asInt()).isEqualTo(2);
    assertThat(group.path("status_id").asString()).isEqualTo(post.id());
    assertThat(group.path("sample_account_ids").valueStream().map(JsonNode::asString))
        .containsExactly(cleo.id(), ben.id());
    assertThat(group.path("most_recent_notification_id").isNumber()).isTrue();
    assertThat(group.path("page_max_id").asString())
        .isEqualTo(group.path("most_recent_notification_id").asString());
    assertThat(all(page.path("accounts"), "id")).contains(ben.id(), cleo.id());
    assertThat(all(page.path("statuses"), "id")).contains(post.id());
    assertThat(page.has("partial_accounts")).isFalse();
    JsonNode partial = ada.get(V2 + "?expand_accounts=partial_avatars&types[]=favourite");
    assertThat(all(partial.path("accounts"), "id")).containsExactly(cleo.id());
    assertThat(all(partial.path("partial_accounts"), "id")).containsExactly(ben.id());
    assertThat(client.get(V2 + "?expand_accounts=some", ada.token()).status()).isEqualTo(400);
    String key = V2 + "/" + group.path("group_key").asString();
    assertThat(ada.get(key).path("notification_groups").get(0).has("page_min_id")).isFalse();
    assertThat(all(ada.get(key + "/accounts"), "id")).containsExactly(cleo.id(), ben.id());
    assertThat(ada.get(V2 + "/unread_count").path("count").asInt()).isEqualTo(2);
    assertThat(ada.get(V1 + "/unread_count").path("count").asInt()).isEqualTo(3);
    assertThat(ada.get(V1 + "/unread_count?limit=1").path("count").asInt()).isEqualTo(1);
    Answer short_ = client.get(V2 + "?limit=1", ada.token());
    assertThat(short_.header("Link")).contains("max_id=").contains("min_id=");
    ada.post(key + "/dismiss");
    assertThat(client.get(key, ada.token()).status()).isEqualTo(404);
    ada.post("/api/v2/notifications/clear");
    assertThat(ada.get(V1)).isEmpty();
  }

  private List<Boolean> whichAreSeen() {
    return ada.get(V1).valueStream().map(one -> one.at("/pleroma/is_seen").asBoolean()).toList();
  }

  @Test
  void whatIsReadOrThrownAwayStaysSo() {
    for (int i = 0; i < 4; i++) ben.write(i + " " + at(ada));
    List<String> ids = all(ada.get(V1), "id");
    JsonNode seen = ada.post("/api/v1/pleroma/notifications/read", "id", ids.getFirst());
    assertThat(seen.at("/pleroma/is_seen").asBoolean()).isTrue();
    assertThat(ada.get(V1 + "/unread_count").path("count").asInt()).isEqualTo(3);
    JsonNode read = ada.post("/api/v1/pleroma/notifications/read", "max_id", ids.get(2));
    assertThat(all(read, "id")).containsExactly(ids.get(2), ids.get(3));
    assertThat(ada.get(V1 + "/unread_count").path("count").asInt()).isEqualTo(1);
    assertThat(whichAreSeen()).containsExactly(true, false, true, true);
    ada.post("/api/v1/markers", "notifications[last_read_id]", ids.get(1));
    assertThat(whichAreSeen()).containsExactly(true, true, true, true);
    assertThat(send("DELETE", V1 + "/" + ids.getFirst(), "{}").status()).isEqualTo(200);
    String two = "{\"ids\":[\"" + ids.get(1) + "\",\"" + ids.get(2) + "\"]}";
    assertThat(send("DELETE", V1 + "/destroy_multiple", two).status()).isEqualTo(200);
    assertThat(all(ada.get(V1), "id")).containsExactly(ids.get(3));
    assertThat(client.form(V1 + "/" + ids.get(3) + "/dismiss", ben.token()).status())
        .isEqualTo(404);
    ada.post(V1 + "/dismiss", "id", ids.get(3));
    assertThat(ada.get(V1)).isEmpty();
  }

  @Test
  void thePolicyIsChangedInBothForms() {
    JsonNode usual = ada.get(POLICY);
    assertThat(usual.path("for_private_mentions").asString()).isEqualTo("filter");
    assertThat(usual.path("for_not_following").asString()).isEqualTo("accept");
    JsonNode changed = send("PATCH", POLICY, "{\"for_bots\":\"drop\"}").json();
    assertThat(changed.path("for_bots").asString()).isEqualTo("drop");
    assertThat(changed.path("for_private_mentions").asString()).isEqualTo("filter");
    Answer wrong = send("PUT", POLICY, "{\"for_bots\":\"maybe\"}");
    assertThat(wrong.status()).isEqualTo(422);
    JsonNode first =
        send("PUT", "/api/v1/notifications/policy", "{\"filter_not_following\":true}").json();
    assertThat(first.path("filter_not_following").asBoolean()).isTrue();
    assertThat(first.path("filter_private_mentions").asBoolean()).isTrue();
    assertThat(ada.get(POLICY).path("for_not_following").asString()).isEqualTo("filter");
    assertThat(ada.get(POLICY).path("for_bots").asString()).isEqualTo("drop");
  }

  @Test
  void thoseKeptApartAskToBeHeard() {
    send("PATCH", POLICY, "{\"for_not_following\":\"filter\"}");
    Status bens = ben.write("may I, " + at(ada));
    cleo.write("and I, " + at(ada));
    assertThat(ada.get(V1)).isEmpty();
    JsonNode hidden = ada.get(V1 + "?include_filtered=true");
    assertThat(hidden).hasSize(2);
    assertThat(hidden.get(0).path("filtered").asBoolean()).isTrue();
    JsonNode requests = ada.get(REQUESTS);
    assertThat(requests).hasSize(2);
    JsonNode request = requests.get(1);
    assertThat(request.at("/account/id").asString()).isEqualTo(ben.id());
    assertThat(request.path("notifications_count").asString()).isEqualTo("1");
    assertThat(request.at("/last_status/id").asString()).isEqualTo(bens.id());
    String path = REQUESTS + "/" + request.path("id").asString();
    assertThat(ada.get(path)).isEqualTo(request);
    assertThat(client.get(path, ben.token()).status()).isEqualTo(404);
    assertThat(client.form(path + "/accept", ben.token()).status()).isEqualTo(404);
    assertThat(ada.get(POLICY).at("/summary/pending_requests_count").asInt()).isEqualTo(2);
    ada.post(path + "/accept");
    assertThat(ada.get(REQUESTS + "/merged").path("merged").asBoolean()).isTrue();
    assertThat(all(ada.get(V1), "type")).containsExactly("mention");
    ada.post(REQUESTS + "/dismiss", "id[]", requests.get(0).path("id").asString());
    assertThat(ada.get(REQUESTS)).isEmpty();
    assertThat(ada.get(V1 + "?include_filtered=true")).hasSize(1);
  }

  @Test
  void quotesAndTheirEditsAreTold() {
    Status post = ada.write("quote me", "quote_approval_policy", "public");
    Status quote = ben.write("indeed", "quoted_status_id", post.id());
    fediverse.settle();
    JsonNode told = ada.get(V1).get(0);
    assertThat(told.path("type").asString()).isEqualTo("quote");
    assertThat(told.at("/status/id").asString()).isEqualTo(quote.id());
    ada.edit(post, "quote me again");
    ada.edit(post, "quote me once more");
    JsonNode edits = ben.get(V1);
    assertThat(all(edits, "type")).containsExactly("quoted_update");
    assertThat(edits.get(0).at("/status/id").asString()).isEqualTo(post.id());
  }

  @Test
  void theStaffHearsOfNewcomers() {
    Person boss = fediverse.at("alpha.test").staff("boss", Role.ADMIN);
    Person dora = fediverse.person("dora", "alpha.test");
    JsonNode told = boss.get(V1).get(0);
    assertThat(told.path("type").asString()).isEqualTo("admin.sign_up");
    assertThat(told.at("/account/id").asString()).isEqualTo(dora.id());
  }
}
