package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Quotes between three servers, and with one that is none of ours. */
abstract class QuotesContract extends NeighboursScene {
  private Status written(Person author, String text, String... parameters) {
    Status post = author.write(text, parameters);
    fediverse.settle();
    return post;
  }

  private Status quoted(Person author, Status quoted, String text) {
    return written(author, text, "quoted_status_id", author.view(quoted).id());
  }

  private static String state(Person viewer, Status quoting) {
    return viewer.view(quoting).at("/quote/state").asString();
  }

  private static String quotedUri(Person viewer, Status quoting) {
    return viewer.view(quoting).at("/quote/quoted_status/uri").asString();
  }

  private JsonNode document(Status post) {
    Person author = post.uri().startsWith(ada.server().settings().url().value()) ? ada : ben;
    return author.server().document(post.uri()).json();
  }

  @Test
  void aQuoteIsAskedForAcceptedAndShownEverywhere() {
    Status post = written(ada, "Quote me");
    assertThat(document(post).at("/interactionPolicy/canQuote/automaticApproval/0").asString())
        .isEqualTo("https://www.w3.org/ns/activitystreams#Public");
    assertThat(ben.view(post).at("/quote_approval/current_user").asString()).isEqualTo("automatic");
    Status quoting = ben.write("Well said", "quoted_status_id", ben.view(post).id());
    assertThat(quoting.at("/quote/state").asString()).isEqualTo("pending");
    assertThat(quoting.at("/quote/quoted_status").isNull()).isTrue();
    fediverse.settle();
    assertThat(state(ben, quoting)).isEqualTo("accepted");
    assertThat(quotedUri(ben, quoting)).isEqualTo(post.uri());
    assertThat(state(ada, quoting)).isEqualTo("accepted");
    assertThat(ada.view(post).count("quotes")).isEqualTo(1);
    assertThat(ben.view(post).count("quotes")).isEqualTo(1);
    assertThat(state(cleo, quoting)).isEqualTo("accepted");
    assertThat(quotedUri(cleo, quoting)).isEqualTo(post.uri());
    JsonNode document = document(quoting);
    for (String name : List.of("quote", "quoteUri", "quoteUrl", "_misskey_quote"))
      assertThat(document.path(name).asString()).as(name).isEqualTo(post.uri());
    JsonNode stamp = ada.server().document(document.path("quoteAuthorization").asString()).json();
    assertThat(stamp.path("type").asString()).isEqualTo("QuoteAuthorization");
    assertThat(stamp.path("attributedTo").asString()).isEqualTo(ada.iri());
    assertThat(stamp.path("interactingObject").asString()).isEqualTo(quoting.uri());
    assertThat(stamp.path("interactionTarget").asString()).isEqualTo(post.uri());
    assertThat(stamp.has("tag")).isFalse();
  }

  @Test
  void consentIsTakenBackEverywhere() {
    Status post = written(ada, "Revoke me");
    Status quoting = quoted(ben, post, "Quoted");
    String stamp = document(quoting).path("quoteAuthorization").asString();
    assertThat(state(cleo, quoting)).isEqualTo("accepted");
    ada.post("/api/v1/statuses/" + post.id() + "/quotes/" + ada.view(quoting).id() + "/revoke");
    fediverse.settle();
    for (Person one : List.of(ada, ben, cleo)) assertThat(state(one, quoting)).isEqualTo("revoked");
    assertThat(ada.view(post).count("quotes")).isZero();
    assertThat(ada.server().document(stamp).status()).isEqualTo(410);
    assertThat(document(quoting).has("quoteAuthorization")).isFalse();
  }

  @Test
  void thePolicyOfAnotherServerIsKept() {
    Status followers = written(ada, "For followers", "quote_approval_policy", "followers");
    Status nobody = written(ada, "For nobody", "quote_approval_policy", "nobody");
    assertThat(ben.view(followers).at("/quote_approval/automatic").toString())
        .isEqualTo("[\"followers\"]");
    assertThat(state(ben, quoted(ben, followers, "As a follower"))).isEqualTo("accepted");
    cleo.find(followers.uri(), true);
    cleo.find(nobody.uri(), true);
    for (Status post : List.of(followers, nobody)) {
      assertThat(cleo.view(post).at("/quote_approval/current_user").asString()).isEqualTo("denied");
      assertThat(
              cleo.tries(
                  "/api/v1/statuses", "status", "x", "quoted_status_id", cleo.view(post).id()))
          .isEqualTo(404);
    }
  }

  @Test
  void aPolicyThatChangesIsToldAndAskedAgainst() {
    Status post = written(ada, "Open at first");
    ada.server().stop();
    Status late = quoted(ben, post, "Too late");
    ada.server().restart();
    Answer answer =
        ada.server()
            .client()
            .send(
                "PUT",
                "/api/v1/statuses/" + post.id() + "/interaction_policy",
                "{\"quote_approval_policy\":\"nobody\"}",
                "application/json",
                ada.token());
    assertThat(answer.status()).isEqualTo(200);
    fediverse.after(Duration.ofHours(1));
    assertThat(state(ben, late)).isEqualTo("rejected");
    assertThat(ben.view(post).at("/quote_approval/current_user").asString()).isEqualTo("denied");
    assertThat(ada.view(post).count("quotes")).isZero();
  }

  @Test
  void aDeletedPostIsNoLongerQuoted() {
    Status post = written(ada, "Soon gone");
    Status quoting = quoted(ben, post, "Still here");
    ada.delete(post);
    fediverse.settle();
    assertThat(state(ben, quoting)).isEqualTo("deleted");
    assertThat(state(cleo, quoting)).as("whose server was told by Ben's").isEqualTo("revoked");
  }

  private ObjectNode quoteNote(String path, String text, String quoted) {
    return outsider.note(path, rex, text, ben.iri()).put("quote", quoted);
  }

  @Test
  void aStrangersRequestIsAnsweredByThePolicy() {
    List<JsonNode> answers = new ArrayList<>();
    for (String policy : List.of("public", "nobody")) {
      Status post = written(ada, "Asked: " + policy, "quote_approval_policy", policy);
      ObjectNode note = quoteNote("/asked-" + policy, "May I?", post.uri());
      ObjectNode request = outsider.activity("QuoteRequest", "/request-" + policy, rex, post.uri());
      request.set("instrument", note);
      assertThat(outsider.send(ada.server(), request)).isEqualTo(202);
      fediverse.settle();
      answers.add(outsider.last());
    }
    JsonNode accept = answers.getFirst();
    assertThat(accept.path("type").asString()).isEqualTo("Accept");
    assertThat(accept.at("/object/type").asString()).isEqualTo("QuoteRequest");
    assertThat(accept.at("/object/id").asString()).isEqualTo(outsider.at("/request-public"));
    assertThat(accept.at("/object/instrument").asString()).isEqualTo(outsider.at("/asked-public"));
    String stamp = accept.path("result").asString();
    assertThat(ada.server().document(stamp).json().path("interactingObject").asString())
        .isEqualTo(outsider.at("/asked-public"));
    assertThat(answers.getLast().path("type").asString()).isEqualTo("Reject");
  }

  private static final String REQUESTS = "/api/v1/interaction_requests";

  private Status onRequest(String text) {
    return written(ada, text, "interaction_policy[can_quote][manual_approval][]", "public");
  }

  private String only() {
    JsonNode requests = ada.get(REQUESTS);
    assertThat(requests).hasSize(1);
    return REQUESTS + "/" + requests.get(0).path("id").asString();
  }

  @Test
  void aQuoteWaitsAcrossServersUntilItsAuthorAgrees() {
    Status post = onRequest("Ask before you quote");
    assertThat(document(post).at("/interactionPolicy/canQuote/manualApproval/0").asString())
        .isEqualTo("https://www.w3.org/ns/activitystreams#Public");
    assertThat(ben.view(post).at("/quote_approval/current_user").asString()).isEqualTo("manual");
    Status quoting = quoted(ben, post, "May I?");
    for (Person one : List.of(ada, ben, cleo)) assertThat(state(one, quoting)).isEqualTo("pending");
    assertThat(ada.notifications()).contains("pending.quote ben");
    String request = only();
    assertThat(ada.get(request).at("/quote/uri").asString()).isEqualTo(quoting.uri());
    ada.post(request + "/authorize");
    fediverse.settle();
    for (Person one : List.of(ada, ben, cleo))
      assertThat(state(one, quoting)).isEqualTo("accepted");
    assertThat(quotedUri(cleo, quoting)).isEqualTo(post.uri());
    assertThat(document(quoting).has("quoteAuthorization")).isTrue();
    assertThat(ada.view(post).count("quotes")).isEqualTo(1);
    assertThat(ada.notifications()).contains("quote ben").doesNotContain("pending.quote ben");
    ada.post(request + "/reject");
    assertThat(ada.tries(request + "/reject")).isEqualTo(404);
    fediverse.settle();
    for (Person one : List.of(ada, ben, cleo)) assertThat(state(one, quoting)).isEqualTo("revoked");
    assertThat(ada.view(post).count("quotes")).isZero();
  }

  @Test
  void aNoHoldsHoweverOftenItIsAskedAgain() {
    Status post = onRequest("Ask in vain");
    Status quoting = quoted(ben, post, "Please?");
    ada.post(only() + "/reject");
    fediverse.settle();
    for (Person one : List.of(ada, ben)) assertThat(state(one, quoting)).isEqualTo("rejected");
    int before = outsider.received().size();
    ObjectNode note = quoteNote("/pleading", "Let me", post.uri());
    outsider.send(ada.server(), request("/pleading-1", note, post));
    outsider.send(ada.server(), request("/pleading-2", note, post));
    fediverse.settle();
    assertThat(outsider.received()).as("nobody answers by herself").hasSize(before);
    ada.post(only() + "/reject");
    fediverse.settle();
    assertThat(outsider.last().path("type").asString()).isEqualTo("Reject");
    assertThat(outsider.last().at("/object/id").asString()).isEqualTo(outsider.at("/pleading-2"));
    assertThat(answered(request("/pleading-3", note, post)).at("/object/id").asString())
        .isEqualTo(outsider.at("/pleading-3"));
    assertThat(outsider.last().path("type").asString()).isEqualTo("Reject");
    assertThat(ada.get(REQUESTS)).isEmpty();
    assertThat(ada.view(post).count("quotes")).isZero();
  }

  @Test
  void whatIsReplyAndQuoteAsksBothAuthors() {
    Person amy = fediverse.person("amy", "alpha.test");
    Status answered =
        amy.write("Ask to answer", "interaction_policy[can_reply][manual_approval][]", "public");
    Status post = onRequest("Ask to quote");
    ObjectNode note = quoteNote("/both", "Two at once", post.uri());
    note.put("inReplyTo", answered.uri());
    outsider.send(ada.server(), outsider.create(note));
    outsider.send(ada.server(), request("/both-request", note, post));
    fediverse.settle();
    String quote = only();
    JsonNode replies = amy.get(REQUESTS);
    assertThat(replies).hasSize(1);
    ada.post(quote + "/reject");
    assertThat(amy.get(REQUESTS)).as("the reply still waits").hasSize(1);
    amy.post(REQUESTS + "/" + replies.get(0).path("id").asString() + "/authorize");
    assertThat(amy.view(answered).count("replies")).isEqualTo(1);
  }

  @Test
  void noStampNoQuote() {
    Status post = written(ada, "Taken without asking");
    ObjectNode claimed = quoteNote("/claimed", "Says who", post.uri());
    claimed.put("quoteAuthorization", ada.iri() + "/quote_authorizations/1");
    outsider.serve("/claimed", claimed);
    outsider.send(ben.server(), outsider.create(claimed));
    ObjectNode legacy = outsider.note("/legacy", rex, "RE: it", ben.iri());
    legacy.put("_misskey_quote", post.uri());
    outsider.send(ben.server(), outsider.create(legacy));
    ObjectNode own = outsider.note("/own", rex, "Mine", ben.iri());
    outsider.serve("/own", own);
    outsider.send(ben.server(), outsider.create(own));
    ObjectNode self = outsider.note("/self", rex, "Mine again", ben.iri());
    self.put("quoteUrl", outsider.at("/own"));
    outsider.send(ben.server(), outsider.create(self));
    fediverse.settle();
    assertThat(ben.find(outsider.at("/claimed"), false).orElseThrow().at("/quote/state").asString())
        .isEqualTo("rejected");
    assertThat(ben.find(outsider.at("/legacy"), false).orElseThrow().at("/quote").isNull())
        .as("a legacy quote is only a link")
        .isTrue();
    assertThat(ben.find(outsider.at("/self"), false).orElseThrow().at("/quote/state").asString())
        .as("who quotes themselves needs no stamp")
        .isEqualTo("accepted");
    assertThat(ada.view(post).count("quotes")).isZero();
  }

  private ObjectNode request(String path, ObjectNode note, Status quoted) {
    ObjectNode request = outsider.activity("QuoteRequest", path, rex, quoted.uri());
    request.set("instrument", note);
    return request;
  }

  private JsonNode answered(ObjectNode request) {
    outsider.send(ada.server(), request);
    fediverse.settle();
    return outsider.last();
  }

  @Test
  void aStampThatAStrangerClaimsStaysGood() {
    Status post = written(ada, "Quoted twice");
    String stamp = document(quoted(ben, post, "Honestly")).path("quoteAuthorization").asString();
    ObjectNode note = quoteNote("/thief", "Dishonestly", post.uri());
    note.put("quoteAuthorization", stamp);
    JsonNode accept = answered(request("/thief-request", note, post));
    assertThat(accept.path("result").asString()).isNotEqualTo(stamp);
    assertThat(ada.server().document(stamp).status()).isEqualTo(200);
  }

  @Test
  void aDecoyKeepsNoStampFromBeingTakenBack() {
    Status post = written(ada, "Revoke me in spite of it");
    Status quoting = quoted(ben, post, "Quoted beside a decoy");
    ObjectNode decoy = quoteNote("/decoy", "Look here", outsider.at("/never-there"));
    decoy.put("quoteAuthorization", document(quoting).path("quoteAuthorization").asString());
    decoy.put("published", "2020-02-02T02:02:02Z");
    outsider.send(ben.server(), outsider.create(decoy));
    fediverse.settle();
    assertThat(ben.find(outsider.at("/decoy"), false)).isPresent();
    ada.post("/api/v1/statuses/" + post.id() + "/quotes/" + ada.view(quoting).id() + "/revoke");
    fediverse.settle();
    assertThat(state(ben, quoting)).isEqualTo("revoked");
  }

  @Test
  void whatWasTakenBackIsNotRevivedByAnUpdate() {
    Status post = written(ada, "Revoke me for good");
    ObjectNode note = quoteNote("/stubborn", "Again and again", post.uri());
    assertThat(answered(request("/stubborn-1", note, post)).path("type").asString())
        .isEqualTo("Accept");
    Status quoting = ada.find(outsider.at("/stubborn"), false).orElseThrow();
    ada.post("/api/v1/statuses/" + post.id() + "/quotes/" + quoting.id() + "/revoke");
    ObjectNode claiming = note.deepCopy().put("quoteAuthorization", outsider.at("/my-stamp"));
    outsider.send(ada.server(), outsider.activity("Update", "/stubborn-u1", rex, claiming));
    fediverse.settle();
    assertThat(state(ada, quoting)).isEqualTo("revoked");
    ObjectNode plain = note.deepCopy();
    plain.remove("quote");
    outsider.send(ada.server(), outsider.activity("Update", "/stubborn-u2", rex, plain));
    outsider.send(ada.server(), outsider.activity("Update", "/stubborn-u3", rex, note));
    assertThat(answered(request("/stubborn-2", note, post)).path("type").asString())
        .isEqualTo("Reject");
    assertThat(ada.view(post).count("quotes")).isZero();
  }

  @Test
  void whatIsQuotedNoMoreIsNotShownInFormerVersions() {
    Status post = written(ada, "Quoted for a while");
    ObjectNode note = quoteNote("/changing", "Look at that", post.uri());
    answered(request("/changing-request", note, post));
    Status quoting = ada.find(outsider.at("/changing"), false).orElseThrow();
    assertThat(quoting.at("/quote/state").asString()).isEqualTo("accepted");
    ObjectNode plain = note.deepCopy().put("content", "<p>Look elsewhere</p>");
    plain.remove("quote");
    fediverse.clock().advance(Duration.ofSeconds(1));
    plain.put("updated", fediverse.clock().instant().toString());
    outsider.send(ada.server(), outsider.activity("Update", "/changing-update", rex, plain));
    fediverse.settle();
    JsonNode versions = ada.get("/api/v1/statuses/" + quoting.id() + "/history");
    assertThat(versions).hasSize(2);
    assertThat(versions.at("/0/quote/state").asString()).isEqualTo("unauthorized");
    assertThat(versions.at("/0/quote/quoted_status").isNull()).isTrue();
    assertThat(versions.get(1).has("quote")).isFalse();
    assertThat(ada.view(post).count("quotes")).isZero();
  }

  @Test
  void whatStaysHereIsNotSent() {
    int before = outsider.received().size();
    Status secret = written(ben, "Among us @rex@" + outsider.authority(), "local_only", "true");
    written(ben, "Answered", "in_reply_to_id", secret.id());
    ben.boost(secret);
    ben.edit(secret, "Still among us");
    ben.act("pin", secret);
    ben.delete(secret);
    fediverse.settle();
    assertThat(cleo.sees(secret)).isEmpty();
    assertThat(cleo.homeTexts()).doesNotContain("Answered");
    assertThat(outsider.received().subList(before, outsider.received().size())).isEmpty();
    assertThat(outsider.get(secret.uri(), rex).statusCode()).isNotEqualTo(200);
  }
}
