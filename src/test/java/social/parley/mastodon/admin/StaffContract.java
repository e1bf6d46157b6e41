package social.parley.mastodon.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.jsonld.Json;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the staff does by the API, and what people notice of it, on either database. */
abstract class StaffContract extends StaffRoom {
  @Test
  void aReportReachesTheStaffWithWhatItShows() {
    Person bea = alpha.person("bea");
    ada.follow(bea);
    Status rude = bea.write("for followers", "visibility", "private");
    JsonNode report =
        ada.post(
            "/api/v1/reports",
            "account_id",
            bea.id(),
            "status_ids[]",
            rude.id(),
            "comment",
            "look at this",
            "rule_ids[]",
            "2");
    String path = REPORTS + "/" + report.path("id").asString();
    assertThat(report.path("category").asString()).isEqualTo("violation");
    assertThat(mod.notifications()).contains("admin.report ada");
    JsonNode note = mod.get("/api/v1/notifications?types[]=admin.report").path(0);
    assertThat(note.at("/report/comment").asString()).isEqualTo("look at this");
    JsonNode whole = mod.get(path);
    assertThat(whole.at("/statuses/0/id").asString()).isEqualTo(rude.id());
    assertThat(whole.at("/rules/0/text").asString()).isEqualTo("No spam");
    assertThat(whole.at("/target_account/email").asString()).isEqualTo("bea@example.org");
    assertThat(mod.post(path + "/assign_to_self").at("/assigned_account/id").asString())
        .isEqualTo(mod.id());
    assertThat(mod.get(REPORTS + "?target_account_id=" + bea.id())).hasSize(1);
    act(bea, "none");
    assertThat(mod.get(path).path("action_taken").asBoolean()).isFalse();
    act(bea, "silence");
    assertThat(mod.get(path).at("/action_taken_by_account/id").asString()).isEqualTo(mod.id());
    assertThat(mod.get(REPORTS + "?target_account_id=" + bea.id())).isEmpty();
    assertThat(bea.notifications()).contains("moderation_warning bea");
    assertThat(send("GET", path, ada).status()).isEqualTo(403);
    String hidden = alpha.person("far").write("not theirs", "visibility", "private").id();
    assertThat(ada.tries("/api/v1/reports", "account_id", bea.id(), "status_ids[]", hidden))
        .isEqualTo(404);
  }

  @Test
  void suspensionEndsLoginsAndCanBeTakenBack() {
    Person cid = alpha.person("cid");
    outside.send(alpha, outside.activity("Follow", "/follows/cid", rex, cid.iri()));
    Status post = cid.write("still here");
    fediverse.settle();
    assertThat(cid.get("/api/v1/accounts/verify_credentials").path("id").asString())
        .isEqualTo(cid.id());
    act(cid, "suspend");
    assertThat(send("GET", "/api/v1/accounts/verify_credentials", cid).status()).isEqualTo(401);
    assertThat(send("GET", "/api/v1/statuses/" + post.id(), ada).status()).isEqualTo(404);
    assertThat(ada.get("/api/v1/accounts/" + cid.id()).path("suspended").asBoolean()).isTrue();
    assertThat(seen(cid).path("suspended").asBoolean()).isTrue();
    assertThat(alpha.document(cid.iri()).json().path("suspended").asBoolean()).isTrue();
    JsonNode told = outside.inbox().getLast();
    assertThat(told.path("type").asString()).isEqualTo("Update");
    assertThat(told.at("/object/suspended").asBoolean()).isTrue();
    String again = "{\"email\":\"CID+x@example.org\"}";
    assertThat(
            alpha
                .client()
                .json("/api/v1/admin/canonical_email_blocks/test", owner.token(), again)
                .json())
        .hasSize(1);
    lift(cid, "unsuspend");
    assertThat(send("GET", "/api/v1/statuses/" + post.id(), ada).status()).isEqualTo(200);
    assertThat(outside.inbox().getLast().at("/object/suspended").asBoolean()).isFalse();
    assertThat(seen(cid).path("suspended").asBoolean()).isFalse();
    assertThat(tokenWorks(cid)).isTrue();
  }

  private boolean tokenWorks(Person person) {
    String fresh =
        alpha
            .community()
            .tokens()
            .issue(
                alpha.community().applications().commandLine(),
                person.account(),
                Scopes.parse("read").orElseThrow())
            .secret();
    return alpha.client().get("/api/v1/accounts/verify_credentials", fresh).status() == 200;
  }

  @Test
  void whoIsSuspendedLongIsRemoved() {
    Person dan = alpha.person("dan");
    Person eli = alpha.person("eli");
    assertThat(send("DELETE", ACCOUNTS + "/" + dan.id(), owner).status()).isEqualTo(403);
    act(dan, "suspend");
    act(eli, "suspend");
    assertThat(send("DELETE", ACCOUNTS + "/" + eli.id(), mod).status()).isEqualTo(403);
    assertThat(send("DELETE", ACCOUNTS + "/" + eli.id(), owner).status()).isEqualTo(200);
    assertThat(alpha.document(eli.iri()).status()).isEqualTo(410);
    fediverse.after(Duration.ofDays(29));
    assertThat(alpha.document(dan.iri()).status()).isEqualTo(200);
    fediverse.after(Duration.ofDays(2));
    assertThat(alpha.document(dan.iri()).status()).isEqualTo(410);
  }

  @Test
  void nobodyActsUponTheirEquals() {
    Person other = alpha.staff("other", Role.MODERATOR);
    for (Person above : new Person[] {owner, other, mod})
      assertThat(mod.tries(ACCOUNTS + "/" + above.id() + "/action", "type", "silence"))
          .isEqualTo(403);
    assertThat(ada.tries(ACCOUNTS + "/" + mod.id() + "/action", "type", "silence")).isEqualTo(403);
    String itself = alpha.community().actors().instanceActor().id().toString();
    assertThat(owner.tries(ACCOUNTS + "/" + itself + "/action", "type", "suspend")).isEqualTo(403);
    assertThat(send("GET", "/api/v1/admin/domain_blocks", mod).status()).isEqualTo(403);
    assertThat(send("GET", "/api/v1/admin/ip_blocks", mod).status()).isEqualTo(403);
    assertThat(send("GET", ACCOUNTS, null).status()).isEqualTo(401);
    assertThat(mod.tries(ACCOUNTS + "/" + ada.id() + "/action", "type", "nonsense")).isEqualTo(422);
  }

  @Test
  void filesOfSomebodyAreHiddenAndShownAgain() {
    Person fil = alpha.person("fil");
    Status plain = fil.write("a picture", "media_ids[]", fil.upload(Pictures.png(30, 30), "x"));
    Status own =
        fil.write(
            "hidden by choice",
            "sensitive",
            "true",
            "media_ids[]",
            fil.upload(Pictures.png(31, 30), "x"));
    assertThat(ada.view(plain).at("/sensitive").asBoolean()).isFalse();
    act(fil, "sensitive");
    Status later = fil.write("another", "media_ids[]", fil.upload(Pictures.png(32, 30), "x"));
    Status text = fil.write("only words");
    assertThat(ada.view(plain).at("/sensitive").asBoolean()).isTrue();
    assertThat(ada.view(later).at("/sensitive").asBoolean()).isTrue();
    assertThat(ada.view(text).at("/sensitive").asBoolean()).isFalse();
    lift(fil, "unsensitive");
    assertThat(ada.view(plain).at("/sensitive").asBoolean()).isFalse();
    assertThat(ada.view(later).at("/sensitive").asBoolean()).isFalse();
    assertThat(ada.view(own).at("/sensitive").asBoolean()).isTrue();
  }

  @Test
  void whoIsSilencedIsSeenOnlyByFollowers() {
    Person gus = alpha.person("gus");
    Person fan = alpha.person("fan");
    fan.follow(gus);
    act(gus, "silence");
    gus.write("quietly now");
    fediverse.settle();
    assertThat(ada.publicTexts()).doesNotContain("quietly now");
    assertThat(fan.homeTexts()).contains("quietly now");
    assertThat(mod.get(ACCOUNTS + "?silenced=true").findValuesAsString("username")).contains("gus");
    lift(gus, "unsilence");
    assertThat(ada.publicTexts()).contains("quietly now");
  }

  @Test
  void whoIsDisabledCannotComeIn() {
    Person hal = alpha.person("hal");
    act(hal, "disable");
    assertThat(send("GET", "/api/v1/accounts/verify_credentials", hal).status()).isEqualTo(403);
    lift(hal, "enable");
    assertThat(send("GET", "/api/v1/accounts/verify_credentials", hal).status()).isEqualTo(200);
    assertThat(mod.tries(ACCOUNTS + "/" + ada.idOf(rex) + "/action", "type", "disable"))
        .isEqualTo(422);
  }

  @Test
  void peopleAreFound() {
    Person ivy = alpha.person("ivy");
    ivy.get("/api/v1/accounts/verify_credentials");
    ada.idOf(rex);
    for (String query :
        new String[] {
          "?local=true&username=IV", "?email=ivy@", "?active=true&username=ivy&ip=127.0.0.0/8",
        }) {
      assertThat(mod.get(ACCOUNTS + query).findValuesAsString("username"))
          .as(query)
          .contains("ivy");
    }
    assertThat(
            mod.get(ACCOUNTS + "?remote=true&by_domain=" + outside.authority())
                .findValuesAsString("username"))
        .contains("rex")
        .doesNotContain("ada");
    assertThat(mod.get(ACCOUNTS + "?staff=true").findValuesAsString("username"))
        .contains("owner", "mod")
        .doesNotContain("ada");
    assertThat(mod.get("/api/v2/admin/accounts?role_ids[]=3")).hasSize(1);
    assertThat(mod.get(ACCOUNTS + "?username=ivy&ip=10.0.0.1")).isEmpty();
    Answer first = send("GET", ACCOUNTS, mod, "limit", "2");
    assertThat(first.json()).hasSize(2);
    assertThat(first.header("Link")).contains("max_id=", "min_id=");
  }

  @Test
  void someoneElsewhereIsSuspended() {
    Person jo = alpha.person("jo");
    String max = outside.actor("max");
    outside.befriend(fediverse, jo, max);
    outside.send(alpha, outside.activity("Follow", "/follows/jo", max, jo.iri()));
    fediverse.settle();
    String id = jo.idOf(max);
    mod.post(ACCOUNTS + "/" + id + "/action", "type", "suspend");
    fediverse.settle();
    assertThat(outside.received().subList(outside.inbox().size() - 2, outside.inbox().size()))
        .containsExactlyInAnyOrder("Undo", "Reject");
    assertThat(jo.notifications()).contains("severed_relationships jo");
    JsonNode event = jo.get("/api/v1/notifications?types[]=severed_relationships").path(0);
    assertThat(event.at("/event/type").asString()).isEqualTo("account_suspension");
    assertThat(event.at("/event/followers_count").asInt()).isEqualTo(1);
    assertThat(outside.send(alpha, outside.create(outside.note("/notes/m", max, "hi"))))
        .isEqualTo(403);
    mod.post(ACCOUNTS + "/" + id + "/unsuspend");
    fediverse.settle();
    assertThat(outside.received().getLast()).isEqualTo("Follow");
  }

  private JsonNode reported(ObjectNode flag) {
    assertThat(outside.send(alpha, flag)).isEqualTo(202);
    fediverse.settle();
    return mod.get(REPORTS + "?account_id=" + ada.idOf(rex)).path(0);
  }

  @Test
  void reportsComeInEveryForm() {
    Person kay = alpha.person("kay");
    Status one = kay.write("one");
    Status two = kay.write("two");
    Status closed = kay.write("not for Rex", "visibility", "private");
    ObjectNode flag = outside.activity("Flag", "/flags/1", rex, "x").put("content", "array");
    flag.putArray("object").add(kay.iri()).add(one.uri()).add(closed.uri()).add(two.uri());
    JsonNode first = reported(flag);
    assertThat(first.path("comment").asString()).isEqualTo("array");
    assertThat(first.path("statuses")).as("only what Rex may see").hasSize(2);
    assertThat(first.at("/target_account/id").asString()).isEqualTo(kay.id());
    ObjectNode inText =
        outside
            .activity("Flag", "/flags/2", rex, kay.iri())
            .put("content", "Note: " + one.url() + "\n-----\nbad");
    assertThat(reported(inText).at("/statuses/0/id").asString()).isEqualTo(one.id());
    ObjectNode post =
        outside.activity("Flag", "/flags/3", rex, two.uri()).put("summary", "only the post");
    JsonNode third = reported(post);
    assertThat(third.at("/target_account/id").asString()).isEqualTo(kay.id());
    assertThat(third.path("comment").asString()).isEqualTo("only the post");
    ObjectNode whole = Json.object().put("id", kay.iri()).put("type", "Person");
    JsonNode fourth = reported(outside.activity("Flag", "/flags/4", rex, whole));
    assertThat(fourth.at("/target_account/id").asString()).isEqualTo(kay.id());
    int before = mod.get(REPORTS).size();
    JsonNode block =
        owner.post(
            "/api/v1/admin/domain_blocks",
            "domain",
            "outside.test",
            "severity",
            "noop",
            "reject_reports",
            "true");
    reported(outside.activity("Flag", "/flags/5", rex, kay.iri()));
    assertThat(mod.get(REPORTS)).hasSize(before);
    assertThat(send("GET", "/api/v1/instance/domain_blocks", null).status()).isEqualTo(401);
    assertThat(send("GET", "/api/v1/instance/domain_blocks", ada).json()).isEmpty();
    String path = "/api/v1/admin/domain_blocks/" + block.path("id").asString();
    send("PUT", path, owner, "severity", "silence", "obfuscate", "true");
    JsonNode shown = send("GET", "/api/v1/instance/domain_blocks", ada).json().path(0);
    assertThat(shown.path("domain").asString()).isEqualTo("out****.*est");
    assertThat(shown.path("digest").asString()).hasSize(64);
    send("DELETE", path, owner);
    fediverse.settle();
  }
}
