package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A person on a server made with Fedify, once with each kind of signature that it knows. */
@ParameterizedClass
@ValueSource(strings = {"draft-cavage-http-signatures-12", "rfc9421"})
final class FedifyTest {
  private static LiveServer server;
  private static FedifyPerson gerda;
  private static int people;

  @Parameter String scheme;
  private String name;
  private Api ada;
  private String adaIri;
  private String gerdaId;

  @BeforeParameterizedClassInvocation
  static void start(String scheme, @TempDir Path data) {
    App fedify = App.node("fedify_server.mjs", "@fedify/fedify");
    server = LiveServer.listen(data);
    gerda = FedifyPerson.start(fedify, scheme);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (gerda != null) gerda.close();
    if (server != null) server.close();
    gerda = null;
    server = null;
  }

  /** For every test somebody whom she does not know yet. */
  @BeforeEach
  void meet() {
    name = "ada" + ++people;
    ada = server.appOf(name);
    adaIri = server.url() + "/users/" + name;
    gerdaId =
        ada.get("/api/v2/search?resolve=true&q=" + gerda.handle()).at("/accounts/0/id").asString();
    gerda.forget();
  }

  @AfterEach
  void nobodyHadToTryAnotherSignature() {
    assertThat(gerda.schemes()).as("ours, that she believed").containsOnly(scheme);
    assertThat(gerda.deliveries()).as("hers, and our answers").containsOnly(scheme + " 202");
  }

  /** Lets her do something and the server take it in. */
  private String does(String action, String... parameters) {
    String id = gerda.does(action, adaIri, parameters);
    server.settle();
    return id;
  }

  private JsonNode adaPosts(String text, String... more) {
    String[] parameters = new String[more.length + 2];
    parameters[0] = "status";
    parameters[1] = text;
    System.arraycopy(more, 0, parameters, 2, more.length);
    JsonNode post = ada.post("/api/v1/statuses", parameters);
    server.settle();
    return post;
  }

  private JsonNode adaDoes(String path) {
    JsonNode answer = ada.post(path);
    server.settle();
    return answer;
  }

  private JsonNode relationship() {
    return ada.get("/api/v1/accounts/relationships?id[]=" + gerdaId).get(0);
  }

  private void befriend() {
    adaDoes("/api/v1/accounts/" + gerdaId + "/follow");
    does("follow");
  }

  /** What ada knows of something of gerda's. */
  private JsonNode seen(String iri) {
    return ada.get("/api/v2/search?type=statuses&q=" + Api.encoded(iri)).at("/statuses/0");
  }

  private List<String> notified() {
    return StreamSupport.stream(ada.get("/api/v1/notifications").spliterator(), false)
        .map(one -> one.at("/type").asString() + " by " + one.at("/account/acct").asString())
        .toList();
  }

  @Test
  void followsAndIsFollowed() {
    JsonNode account = ada.get("/api/v1/accounts/" + gerdaId);
    assertThat(account.at("/acct").asString()).isEqualTo(gerda.handle());
    assertThat(account.at("/display_name").asString()).startsWith("Gerda");
    befriend();
    assertThat(gerda.received()).containsExactly("Follow", "Accept");
    assertThat(gerda.last("Accept").at("/object/object").asString(adaIri)).isEqualTo(adaIri);
    assertThat(relationship().at("/following").asBoolean()).isTrue();
    assertThat(relationship().at("/followed_by").asBoolean()).isTrue();
    assertThat(notified()).containsExactly("follow by " + gerda.handle());
    adaDoes("/api/v1/accounts/" + gerdaId + "/unfollow");
    assertThat(gerda.last("Undo").at("/object/type").asString()).isEqualTo("Follow");
    assertThat(relationship().at("/following").asBoolean()).isFalse();
  }

  @Test
  void takesBackAFollow() {
    String follow = does("follow");
    assertThat(relationship().at("/followed_by").asBoolean()).isTrue();
    does("undo", "id", follow);
    assertThat(relationship().at("/followed_by").asBoolean()).isFalse();
  }

  @Test
  void sendsAndReceivesPosts() {
    befriend();
    JsonNode hello = adaPosts("Hello #world", "spoiler_text", "A greeting");
    JsonNode arrived = gerda.last("Create").at("/object");
    assertThat(arrived.at("/id").asString()).isEqualTo(hello.at("/uri").asString());
    assertThat(arrived.at("/summary").asString()).isEqualTo("A greeting");
    String note = does("post", "text", "Good morning", "inReplyTo", hello.at("/uri").asString());
    assertThat(notified()).contains("mention by " + gerda.handle());
    JsonNode home = ada.get("/api/v1/timelines/home").get(0);
    assertThat(home.at("/uri").asString()).isEqualTo(note);
    assertThat(home.at("/content").asString()).contains("Good morning");
    assertThat(home.at("/in_reply_to_id").asString()).isEqualTo(hello.at("/id").asString());
    adaPosts("@" + gerda.handle() + " Welcome", "in_reply_to_id", home.at("/id").asString());
    JsonNode reply = gerda.last("Create").at("/object");
    assertThat(reply.at("/inReplyTo").asString()).isEqualTo(note);
    assertThat(reply.at("/tag").toString()).contains(gerda.iri());
    JsonNode thread = ada.get("/api/v1/statuses/" + hello.at("/id").asString() + "/context");
    assertThat(thread.at("/descendants")).hasSize(2);
  }

  @Test
  void speaksInPrivate() {
    befriend();
    adaPosts("@" + gerda.handle() + " Just us", "visibility", "direct");
    JsonNode arrived = gerda.last("Create");
    assertThat(arrived.at("/object/content").asString()).contains("Just us");
    assertThat(arrived.toString()).doesNotContain("#Public", "as:Public");
    adaPosts("All of you", "visibility", "private");
    assertThat(gerda.last("Create").at("/object/content").asString()).contains("All of you");
  }

  @Test
  void likesAndBoosts() {
    befriend();
    String note = does("post", "text", "Look at this");
    String path = "/api/v1/statuses/" + seen(note).at("/id").asString();
    adaDoes(path + "/favourite");
    assertThat(gerda.last("Like").at("/object").asString()).isEqualTo(note);
    adaDoes(path + "/unfavourite");
    assertThat(gerda.last("Undo").at("/object/type").asString()).isEqualTo("Like");
    adaDoes(path + "/reblog");
    assertThat(gerda.last("Announce").at("/object").asString()).isEqualTo(note);
    adaDoes(path + "/unreblog");
    assertThat(gerda.last("Undo").at("/object/type").asString()).isEqualTo("Announce");

    JsonNode mine = adaPosts("And at that");
    String uri = mine.at("/uri").asString();
    String like = does("like", "object", uri);
    String boost = does("boost", "object", uri);
    assertThat(notified())
        .contains("favourite by " + gerda.handle(), "reblog by " + gerda.handle());
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
    assertThat(gerda.last("Update").at("/object/content").asString()).contains("My second try");
    ada.delete(path);
    server.settle();
    assertThat(gerda.last("Delete").at("/object").toString()).contains(mine.at("/uri").asString());
    ada.patch("/api/v1/accounts/update_credentials", "display_name", "Ada L.");
    server.settle();
    assertThat(gerda.last("Update").at("/object/name").asString()).isEqualTo("Ada L.");
  }
}
