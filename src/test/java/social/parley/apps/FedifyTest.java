package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A person on a server made with Fedify, once with each kind of signature that it knows. */
@ParameterizedClass
@ValueSource(strings = {"draft-cavage-http-signatures-12", "rfc9421"})
final class FedifyTest extends BesideFedify {
  @AfterEach
  void nobodyHadToTryAnotherSignature() {
    assertThat(fedify.schemes()).as("ours, that she believed").containsOnly(scheme);
    assertThat(fedify.deliveries()).as("hers, and our answers").containsOnly(scheme + " 202");
  }

  @Test
  void followsAndIsFollowed() {
    JsonNode account = ada.get("/api/v1/accounts/" + gerdaId);
    assertThat(account.at("/acct").asString()).isEqualTo(fedify.handle("gerda"));
    assertThat(account.at("/display_name").asString()).startsWith("Gerda");
    befriend();
    assertThat(fedify.received()).containsExactly("Follow", "Accept");
    assertThat(fedify.last("Accept").at("/object/object").asString(adaIri)).isEqualTo(adaIri);
    assertThat(relationship(gerdaId).at("/following").asBoolean()).isTrue();
    assertThat(relationship(gerdaId).at("/followed_by").asBoolean()).isTrue();
    assertThat(notified()).containsExactly("follow by " + fedify.handle("gerda"));
    adaDoes("/api/v1/accounts/" + gerdaId + "/unfollow");
    assertThat(fedify.last("Undo").at("/object/type").asString()).isEqualTo("Follow");
    assertThat(relationship(gerdaId).at("/following").asBoolean()).isFalse();
  }

  @Test
  void takesBackAFollow() {
    String follow = does("follow");
    assertThat(relationship(gerdaId).at("/followed_by").asBoolean()).isTrue();
    does("undo", "id", follow);
    assertThat(relationship(gerdaId).at("/followed_by").asBoolean()).isFalse();
  }

  @Test
  void sendsAndReceivesPosts() {
    befriend();
    JsonNode hello = adaPosts("Hello #world", "spoiler_text", "A greeting");
    JsonNode arrived = fedify.last("Create").at("/object");
    assertThat(arrived.at("/id").asString()).isEqualTo(hello.at("/uri").asString());
    assertThat(arrived.at("/summary").asString()).isEqualTo("A greeting");
    String note = does("post", "text", "Good morning", "inReplyTo", hello.at("/uri").asString());
    assertThat(notified()).contains("mention by " + fedify.handle("gerda"));
    JsonNode home = ada.get("/api/v1/timelines/home").get(0);
    assertThat(home.at("/uri").asString()).isEqualTo(note);
    assertThat(home.at("/content").asString()).contains("Good morning");
    assertThat(home.at("/in_reply_to_id").asString()).isEqualTo(hello.at("/id").asString());
    adaPosts(
        "@" + fedify.handle("gerda") + " Welcome", "in_reply_to_id", home.at("/id").asString());
    JsonNode reply = fedify.last("Create").at("/object");
    assertThat(reply.at("/inReplyTo").asString()).isEqualTo(note);
    assertThat(reply.at("/tag").toString()).contains(fedify.iri("gerda"));
    JsonNode thread = ada.get("/api/v1/statuses/" + hello.at("/id").asString() + "/context");
    assertThat(thread.at("/descendants")).hasSize(2);
  }

  @Test
  void speaksInPrivate() {
    befriend();
    adaPosts("@" + fedify.handle("gerda") + " Just us", "visibility", "direct");
    JsonNode arrived = fedify.last("Create");
    assertThat(arrived.at("/object/content").asString()).contains("Just us");
    assertThat(arrived.toString()).doesNotContain("#Public", "as:Public");
    adaPosts("All of you", "visibility", "private");
    assertThat(fedify.last("Create").at("/object/content").asString()).contains("All of you");
  }

  @Test
  void likesAndBoosts() {
    befriend();
    String note = does("post", "text", "Look at this");
    String path = "/api/v1/statuses/" + seen(note).at("/id").asString();
    adaDoes(path + "/favourite");
    assertThat(fedify.last("Like").at("/object").asString()).isEqualTo(note);
    adaDoes(path + "/unfavourite");
    assertThat(fedify.last("Undo").at("/object/type").asString()).isEqualTo("Like");
    adaDoes(path + "/reblog");
    assertThat(fedify.last("Announce").at("/object").asString()).isEqualTo(note);
    adaDoes(path + "/unreblog");
    assertThat(fedify.last("Undo").at("/object/type").asString()).isEqualTo("Announce");

    JsonNode mine = adaPosts("And at that");
    String uri = mine.at("/uri").asString();
    String like = does("like", "object", uri);
    String boost = does("boost", "object", uri);
    assertThat(notified())
        .contains("favourite by " + fedify.handle("gerda"), "reblog by " + fedify.handle("gerda"));
    assertThat(counts(mine)).containsExactly(1, 1);
    does("undo", "id", like);
    does("undo", "id", boost);
    assertThat(counts(mine)).containsExactly(0, 0);
  }

  private List<Integer> counts(JsonNode post) {
    JsonNode now = ada.get("/api/v1/statuses/" + post.at("/id").asString());
    return List.of(now.at("/favourites_count").asInt(), now.at("/reblogs_count").asInt());
  }

  @Test
  void editsAndDeletes() {
    befriend();
    String note = does("post", "text", "A first try");
    does("edit", "id", note, "text", "A second try");
    assertThat(seen(note).at("/content").asString()).contains("A second try");
    does("remove", "id", note);
    assertThat(seen(note).isMissingNode()).isTrue();
    does("rename", "text", "Gerda G.");
    assertThat(ada.get("/api/v1/accounts/" + gerdaId).at("/display_name").asString())
        .isEqualTo("Gerda G.");

    JsonNode mine = adaPosts("My first try");
    String path = "/api/v1/statuses/" + mine.at("/id").asString();
    ada.put(path, "status", "My second try");
    server.settle();
    assertThat(fedify.last("Update").at("/object/content").asString()).contains("My second try");
    ada.delete(path);
    server.settle();
    assertThat(fedify.last("Delete").at("/object").toString()).contains(mine.at("/uri").asString());
    ada.patch("/api/v1/accounts/update_credentials", "display_name", "Ada L.");
    server.settle();
    assertThat(fedify.last("Update").at("/object/name").asString()).isEqualTo("Ada L.");
  }
}
