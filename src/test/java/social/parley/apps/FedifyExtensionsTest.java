package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What goes beyond posts and follows, with a server made with Fedify. */
@ParameterizedClass
@ValueSource(strings = {"draft-cavage-http-signatures-12", "rfc9421"})
final class FedifyExtensionsTest extends BesideFedify {
  private static String path(JsonNode post, String action) {
    return "/api/v1/statuses/" + post.at("/id").asString() + action;
  }

  private JsonNode again(JsonNode post) {
    return ada.get(path(post, ""));
  }

  @Test
  void whatIsForAllCarriesAProofAndASignatureThatHold() {
    befriend();
    JsonNode post = adaPosts("Pass it on");
    assertThat(fedify.holds("Create")).containsExactly(true, true);
    ada.put(path(post, ""), "status", "Pass this on");
    server.settle();
    assertThat(fedify.holds("Update")).containsExactly(true, true);
    adaPosts("For you alone", "visibility", "private");
    assertThat(fedify.holds("Create"))
        .as("nobody can show it around")
        .containsExactly(false, false);
  }

  @Test
  void whatSomebodyElseHandsOnIsBelievedForItsProof() {
    befriend();
    String said = acts("handOn", "by", "garden", "to", adaIri, "said", "In my own words");
    assertThat(seen(said).at("/content").asString()).contains("In my own words");
    String changed =
        acts("handOn", "by", "garden", "to", adaIri, "said", "As I said", "text", "As they say");
    assertThat(seen(changed).isMissingNode()).isTrue();
  }

  @Test
  void aGroupTellsItsFollowersOnce() {
    String garden = idOf("garden");
    assertThat(ada.get("/api/v1/accounts/" + garden).at("/group").asBoolean()).isTrue();
    follows(garden);
    assertThat(relationship(garden).at("/following").asBoolean()).isTrue();
    String note = fedify.does("write", "to", fedify.iri("garden"), "text", "Who has seeds?");
    acts("boost", "by", "garden", "object", note);
    String other = fedify.does("write", "to", fedify.iri("garden"), "text", "I have beans");
    acts("pass", "by", "garden", "id", other);
    acts("boost", "by", "garden", "object", note);
    assertThat(home()).containsExactly(other, note);
    JsonNode boost = ada.get("/api/v1/timelines/home").get(1);
    assertThat(boost.at("/account/acct").asString()).isEqualTo(fedify.handle("garden"));
    assertThat(boost.at("/reblog/account/acct").asString()).isEqualTo(fedify.handle("gerda"));
    assertThat(boost.at("/reblog/community/acct").asString()).isEqualTo(fedify.handle("garden"));
    JsonNode answer = adaPosts("I have some", "in_reply_to_id", boost.at("/reblog/id").asString());
    assertThat(fedify.last("Create").at("/object/id").asString())
        .isEqualTo(answer.at("/uri").asString());
    assertThat(fedify.last("Create").toString()).contains(fedify.iri("garden"));
  }

  @Test
  void theyQuoteUsWithOurConsent() {
    befriend();
    JsonNode mine = adaPosts("Worth repeating", "quote_approval_policy", "public");
    String uri = mine.at("/uri").asString();
    String quote = does("quote", "object", uri, "text", "She is right");
    assertThat(fedify.last("Accept").at("/result").asString()).startsWith(server.url());
    assertThat(seen(quote).at("/quote/state").asString()).isEqualTo("accepted");
    assertThat(seen(quote).at("/quote/quoted_status/uri").asString()).isEqualTo(uri);
    assertThat(again(mine).at("/quotes_count").asInt()).isEqualTo(1);
    assertThat(notified()).contains("quote by " + fedify.handle("gerda"));
    adaDoes(path(mine, "/quotes/" + seen(quote).at("/id").asString() + "/revoke"));
    assertThat(seen(quote).at("/quote/state").asString()).isEqualTo("revoked");
    assertThat(fedify.received()).contains("Delete");

    JsonNode closed = adaPosts("Not to be repeated", "quote_approval_policy", "nobody");
    String bad = does("quote", "object", closed.at("/uri").asString(), "text", "I do anyway");
    assertThat(fedify.received()).contains("Reject");
    assertThat(seen(bad).at("/quote/state").asString("none")).isNotEqualTo("accepted");
  }

  @Test
  void weQuoteThemWithTheirConsent() {
    befriend();
    String open = does("post", "text", "Anybody may quote this");
    JsonNode quote = adaPosts("Hear", "quoted_status_id", seen(open).at("/id").asString());
    assertThat(fedify.last("QuoteRequest").at("/object").asString()).isEqualTo(open);
    assertThat(again(quote).at("/quote/state").asString()).isEqualTo("accepted");
    String stamp = fedify.last("Update").at("/object/quoteAuthorization").asString();
    assertThat(stamp).startsWith("http://" + fedify.authority() + "/stamps/");
    does("unstamp", "id", stamp);
    assertThat(again(quote).at("/quote/state").asString()).isEqualTo("revoked");

    String closed = does("post", "text", "Mine alone", "anybodyQuotes", "");
    int status =
        ada.client()
            .form(
                "/api/v1/statuses",
                ada.token(),
                "status",
                "Hear again",
                "quoted_status_id",
                seen(closed).at("/id").asString())
            .status();
    assertThat(status).isBetween(400, 499);
  }

  @Test
  void weVoteInTheirs() {
    befriend();
    String poll = does("ask", "text", "Tea or coffee?", "answers", "Tea,Coffee");
    JsonNode shown = seen(poll);
    assertThat(shown.at("/poll/options/1/title").asString()).isEqualTo("Coffee");
    String path = "/api/v1/polls/" + shown.at("/poll/id").asString() + "/votes";
    adaDoes(path, "choices[]", "1");
    JsonNode vote = fedify.last("Create").at("/object");
    assertThat(vote.at("/name").asString()).isEqualTo("Coffee");
    assertThat(vote.at("/inReplyTo").asString()).isEqualTo(poll);
    does("tally", "id", poll, "text", "Tea or coffee?");
    assertThat(votes(seen(poll))).containsExactly(0, 1);
    assertThat(seen(poll).at("/poll/voted").asBoolean()).isTrue();
  }

  @Test
  void theyVoteInOurs() {
    befriend();
    JsonNode poll =
        adaPosts(
            "Peas or beans?",
            "poll[options][]",
            "Peas",
            "poll[options][]",
            "Beans",
            "poll[expires_in]",
            "3600");
    JsonNode asked = fedify.last("Create").at("/object");
    assertThat(asked.at("/type").asString()).isEqualTo("Question");
    for (int i = 0; i < 2; i++) does("vote", "object", poll.at("/uri").asString(), "text", "Beans");
    assertThat(votes(again(poll))).as("one each").containsExactly(0, 1);
    does("vote", "object", poll.at("/uri").asString(), "text", "Cabbage");
    assertThat(votes(again(poll))).as("no such answer").containsExactly(0, 1);
  }

  private static List<Integer> votes(JsonNode post) {
    List<Integer> votes = new ArrayList<>();
    post.at("/poll/options").forEach(one -> votes.add(one.at("/votes_count").asInt()));
    return votes;
  }

  @Test
  void everythingForManyGoesToSharedInboxes() {
    befriend();
    Api bob = server.appOf("bob" + name);
    bob.post("/api/v1/accounts/" + gerdaId + "/follow");
    server.settle();
    fedify.forget();
    String note = acts("post", "text", "To all of you");
    assertThat(fedify.deliveriesTo("/inbox")).as("one for both").isEqualTo(1);
    assertThat(home()).containsOnlyOnce(note);
    assertThat(bob.get("/api/v1/timelines/home").at("/0/uri").asString()).isEqualTo(note);
    adaPosts("To all of you as well");
    assertThat(fedify.inboxes()).containsExactly("/inbox");
  }

  @Test
  void whoMovesTakesHerFollowersAlong() {
    follows(gerdaId);
    acts("move", "target", "gisela");
    String gisela = idOf("gisela");
    assertThat(relationship(gisela).at("/following").asBoolean()).isTrue();
    assertThat(relationship(gerdaId).at("/following").asBoolean()).isFalse();
    assertThat(ada.get("/api/v1/accounts/" + gerdaId).at("/moved/acct").asString())
        .isEqualTo(fedify.handle("gisela"));
    String note = acts("post", "by", "gisela", "text", "Here I am");
    assertThat(home()).contains(note);
  }
}
