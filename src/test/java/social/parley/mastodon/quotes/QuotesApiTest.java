package social.parley.mastodon.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Quotes, local-only posts and expected mentions, among people of one server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotesApiTest {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;
  private Person cleo;

  @BeforeAll
  void start() {
    fediverse = Fediverse.of("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "alpha.test");
    cleo = fediverse.person("cleo", "alpha.test");
    ben.follow(ada);
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private static Status quote(Person who, Status what, String text, String... parameters) {
    String[] all = new String[parameters.length + 2];
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    all[0] = "quoted_status_id";
    all[1] = what.id();
    return who.write(text, all);
  }

  private static Answer send(Person who, String method, String path, String json) {
    return who.server().client().send(method, path, json, "application/json", who.token());
  }

  private static String state(Person viewer, Status quoting) {
    return viewer.view(quoting).at("/quote/state").asString();
  }

  @Test
  void aQuoteShowsThePostAndCounts() {
    Status post = ada.write("Quote me");
    assertThat(post.at("/quote").isNull()).isTrue();
    assertThat(post.at("/quote_approval").toString())
        .isEqualTo("{\"current_user\":\"automatic\",\"automatic\":[\"public\"],\"manual\":[]}");
    Status quoting = quote(ben, post, "Well said");
    assertThat(quoting.at("/quote/state").asString()).isEqualTo("accepted");
    assertThat(new Status(quoting.at("/quote/quoted_status")).text()).isEqualTo("Quote me");
    assertThat(quoting.json().path("content").asString())
        .startsWith("<p class=\"quote-inline\">RE: <a href=\"" + post.url() + "\"");
    assertThat(ada.view(post).count("quotes")).isEqualTo(1);
    Status again = quote(cleo, quoting, "And this");
    assertThat(again.at("/quote/quoted_status/quote/state").asString()).isEqualTo("accepted");
    assertThat(again.at("/quote/quoted_status/quote/quoted_status_id").asString())
        .isEqualTo(post.id());
    assertThat(again.at("/quote/quoted_status/quote").has("quoted_status")).isFalse();
    List<String> listed =
        ada.get("/api/v1/statuses/" + post.id() + "/quotes")
            .valueStream()
            .map(one -> one.path("id").asString())
            .toList();
    assertThat(listed).containsExactly(quoting.id());
    ben.delete(quoting);
    assertThat(ada.view(post).count("quotes")).isZero();
    assertThat(state(cleo, again)).isEqualTo("deleted");
  }

  @Test
  void theOlderNameOfTheParameterIsReadToo() {
    Status post = ada.write("Old clients");
    Status quoting = ben.write("quote me", "quote_id", post.id());
    assertThat(quoting.at("/quote/quoted_status/id").asString()).isEqualTo(post.id());
  }

  @Test
  void aQuoteNeedsNoTextOfItsOwnAndKeepsItsLinkWhenEdited() {
    Status post = ada.write("Said it all");
    Status quoting = quote(ben, post, "");
    assertThat(quoting.text()).isEqualTo("RE: " + post.url());
    Status edited = ben.edit(quoting, "after all");
    assertThat(edited.text()).isEqualTo("RE: " + post.url() + "after all");
    assertThat(edited.at("/quote/state").asString()).isEqualTo("accepted");
  }

  @Test
  void whoeverIsNotAllowedCannotQuote() {
    Status nobody = ada.write("Not you", "quote_approval_policy", "nobody");
    assertThat(ben.view(nobody).at("/quote_approval/current_user").asString()).isEqualTo("denied");
    assertThat(ben.tries("/api/v1/statuses", "status", "x", "quoted_status_id", nobody.id()))
        .isEqualTo(404);
    Status followers = ada.write("My followers", "quote_approval_policy", "followers");
    assertThat(followers.at("/quote_approval/automatic").toString()).isEqualTo("[\"followers\"]");
    assertThat(quote(ben, followers, "I may").at("/quote/state").asString()).isEqualTo("accepted");
    assertThat(cleo.tries("/api/v1/statuses", "status", "x", "quoted_status_id", followers.id()))
        .isEqualTo(404);
    assertThat(quote(ada, nobody, "I do").at("/quote/state").asString()).isEqualTo("accepted");
    assertThat(ben.tries("/api/v1/statuses", "status", "x", "quote_approval_policy", "friends"))
        .isEqualTo(422);
    assertThat(ben.tries("/api/v1/statuses", "status", "x", "quoted_status_id", "1"))
        .isEqualTo(404);
  }

  private static final String REQUESTS = "/api/v1/interaction_requests";

  private static Status onRequest(Person author, String text) {
    return author.write(
        text,
        "interaction_policy[can_quote][automatic_approval][]",
        "followers",
        "interaction_policy[can_quote][manual_approval][]",
        "public");
  }

  private static JsonNode only(Person author) {
    JsonNode requests = author.get(REQUESTS);
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  @Test
  void aQuoteWaitsUntilTheAuthorAgrees() {
    Person finn = fediverse.person("finn", "alpha.test");
    Status post = onRequest(finn, "Ask me");
    assertThat(post.at("/quote_approval/automatic").toString()).isEqualTo("[\"followers\"]");
    assertThat(post.at("/quote_approval/manual").toString()).isEqualTo("[\"public\"]");
    assertThat(post.at("/interaction_policy/can_quote/manual_approval").toString())
        .isEqualTo("[\"public\"]");
    assertThat(cleo.view(post).at("/quote_approval/current_user").asString()).isEqualTo("manual");
    Status quoting = quote(cleo, post, "May I?");
    assertThat(quoting.at("/quote/state").asString()).isEqualTo("pending");
    assertThat(quoting.at("/quote/quoted_status").isNull()).isTrue();
    assertThat(finn.view(post).count("quotes")).isZero();
    JsonNode told = finn.get("/api/v1/notifications").get(0);
    assertThat(told.path("type").asString()).isEqualTo("pending.quote");
    assertThat(told.at("/status/id").asString()).isEqualTo(quoting.id());
    JsonNode request = only(finn);
    assertThat(request.path("type").asString()).isEqualTo("quote");
    assertThat(request.at("/status/id").asString()).isEqualTo(post.id());
    assertThat(request.at("/quote/id").asString()).isEqualTo(quoting.id());
    assertThat(finn.get(REQUESTS + "?replies=true")).as("who knows no quotes").isEmpty();
    String path = REQUESTS + "/" + request.path("id").asString();
    assertThat(cleo.tries(path + "/authorize")).isEqualTo(404);
    assertThat(finn.post(path + "/authorize").has("accepted_at")).isTrue();
    assertThat(state(cleo, quoting)).isEqualTo("accepted");
    assertThat(finn.view(post).count("quotes")).isEqualTo(1);
    assertThat(finn.notifications()).containsExactly("quote cleo");
    assertThat(finn.get(REQUESTS)).isEmpty();
    ben.follow(finn);
    assertThat(state(ben, quote(ben, post, "I follow"))).isEqualTo("accepted");
  }

  @Test
  void aQuoteThatIsRefusedStaysOut() {
    Person gwen = fediverse.person("gwen", "alpha.test");
    Status post = onRequest(gwen, "Ask me in vain");
    Status quoting = quote(cleo, post, "Please?");
    String request = REQUESTS + "/" + only(gwen).path("id").asString();
    assertThat(gwen.post(request + "/reject").has("rejected_at")).isTrue();
    assertThat(state(cleo, quoting)).isEqualTo("rejected");
    assertThat(cleo.view(quoting).text()).endsWith("Please?");
    assertThat(gwen.notifications()).isEmpty();
    Status second = quote(cleo, post, "And now?");
    gwen.post("/api/v1/statuses/" + post.id() + "/quotes/" + second.id() + "/revoke");
    assertThat(state(cleo, second)).isEqualTo("rejected");
    assertThat(gwen.get(REQUESTS)).as("revoking is an answer too").isEmpty();
    Status third = quote(cleo, post, "Never mind");
    only(gwen);
    cleo.delete(third);
    assertThat(gwen.get(REQUESTS)).isEmpty();
    assertThat(gwen.notifications()).isEmpty();
  }

  @Test
  void whoMayAskCanChangeLater() {
    Status post = ada.write("Open at first");
    Answer answer =
        send(
            ada,
            "PUT",
            "/api/v1/statuses/" + post.id() + "/interaction_policy",
            "{\"interaction_policy\":{\"can_quote\":{\"manual_approval\":[\"followers\"]}}}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/quote_approval").toString())
        .isEqualTo("{\"current_user\":\"automatic\",\"automatic\":[],\"manual\":[\"followers\"]}");
    assertThat(ben.view(post).at("/quote_approval/current_user").asString()).isEqualTo("manual");
    assertThat(cleo.view(post).at("/quote_approval/current_user").asString()).isEqualTo("denied");
    Answer edited =
        send(
            ada,
            "PUT",
            "/api/v1/statuses/" + post.id(),
            "{\"interaction_policy\":{\"can_quote\":{\"manual_approval\":[\"public\"]}}}");
    assertThat(edited.json().at("/quote_approval/manual").toString()).isEqualTo("[\"public\"]");
    assertThat(
            send(
                    ada,
                    "PATCH",
                    "/api/v1/interaction_policies/defaults",
                    "{\"public\":{\"can_quote\":{\"manual_approval\":[\"public\"]}}}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void thePolicyCanChangeLater() {
    Status post = ada.write("First open");
    Status quoting = quote(ben, post, "in time");
    String path = "/api/v1/statuses/" + post.id() + "/interaction_policy";
    String nobody = "{\"quote_approval_policy\":\"nobody\"}";
    assertThat(send(ben, "PUT", path, nobody).status()).isEqualTo(403);
    assertThat(send(ada, "PUT", path, "{}").status()).isEqualTo(422);
    Answer answer = send(ada, "PATCH", path, nobody);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/quote_approval/automatic").isEmpty()).isTrue();
    assertThat(answer.text("/edited_at")).isEmpty();
    assertThat(state(ben, quoting)).isEqualTo("accepted");
    assertThat(cleo.tries("/api/v1/statuses", "status", "late", "quoted_status_id", post.id()))
        .isEqualTo(404);
    Answer edited =
        send(
            ada,
            "PUT",
            "/api/v1/statuses/" + post.id(),
            "{\"status\":\"Open\",\"quote_approval_policy\":\"public\"}");
    assertThat(edited.json().at("/quote_approval/automatic").toString()).isEqualTo("[\"public\"]");
  }

  @Test
  void theDefaultPolicyIsAPreference() {
    Person dora = fediverse.person("dora", "alpha.test");
    dora.profile("source[quote_policy]", "followers");
    assertThat(dora.get("/api/v1/preferences").path("posting:default:quote_policy").asString())
        .isEqualTo("followers");
    assertThat(dora.write("Mine").at("/quote_approval/automatic").toString())
        .isEqualTo("[\"followers\"]");
    Status letter =
        dora.write("@ada psst", "visibility", "direct", "quote_approval_policy", "public");
    assertThat(letter.at("/quote_approval/automatic").isEmpty()).isTrue();
  }

  @Test
  void consentCanBeTakenBack() {
    Status post = ada.write("Revoke me");
    Status quoting = quote(ben, post, "quoted");
    String path = "/api/v1/statuses/" + post.id() + "/quotes/" + quoting.id() + "/revoke";
    assertThat(cleo.tries(path)).isEqualTo(403);
    Status revoked = new Status(ada.post(path));
    assertThat(revoked.id()).isEqualTo(quoting.id());
    assertThat(revoked.at("/quote/state").asString()).isEqualTo("revoked");
    assertThat(revoked.at("/quote/quoted_status").isNull()).isTrue();
    assertThat(ada.view(post).count("quotes")).isZero();
    assertThat(ada.get("/api/v1/statuses/" + post.id() + "/quotes").isEmpty()).isTrue();
    assertThat(ada.tries("/api/v1/statuses/" + quoting.id() + "/quotes/" + post.id() + "/revoke"))
        .isEqualTo(404);
  }

  @Test
  void eachViewerSeesOnlyWhatTheyMay() {
    Person eve = fediverse.person("eve", "alpha.test");
    Status post = eve.write("Seen by some");
    Status quoting = quote(ben, post, "look");
    String account = "/api/v1/accounts/" + cleo.idOf(eve);
    cleo.post(account + "/block");
    assertThat(state(cleo, quoting)).isEqualTo("blocked_account");
    assertThat(cleo.view(quoting).at("/quote/quoted_status/id").asString()).isEqualTo(post.id());
    cleo.post(account + "/unblock");
    cleo.post(account + "/mute");
    assertThat(state(cleo, quoting)).isEqualTo("muted_account");
    cleo.post(account + "/unmute");
    eve.block(cleo);
    assertThat(state(cleo, quoting)).isEqualTo("unauthorized");
    assertThat(cleo.view(quoting).at("/quote/quoted_status").isNull()).isTrue();
    assertThat(state(ada, quoting)).isEqualTo("accepted");
    Status own = ada.write("For followers", "visibility", "private");
    Status of = quote(ada, own, "me again", "visibility", "public");
    assertThat(of.visibility()).isEqualTo("private");
    assertThat(state(ben, of)).isEqualTo("accepted");
  }

  @Test
  void aPrivatePostQuotesOnlyWhomItNames() {
    Status post = ada.write("Public words");
    assertThat(
            ben.tries(
                "/api/v1/statuses",
                "status",
                "@cleo look",
                "visibility",
                "direct",
                "quoted_status_id",
                post.id()))
        .isEqualTo(422);
    Status named = quote(ben, post, "@ada look", "visibility", "direct");
    assertThat(state(ada, named)).isEqualTo("accepted");
  }

  @Test
  void whatStaysHereIsForPeopleOfThisServer() {
    Status post = ada.write("Among us", "local_only", "true");
    assertThat(post.at("/local_only").asBoolean()).isTrue();
    assertThat(cleo.view(post).text()).isEqualTo("Among us");
    assertThat(cleo.publicTexts()).contains("Among us");
    var client = ada.server().client();
    assertThat(client.get("/api/v1/statuses/" + post.id(), null).status()).isEqualTo(404);
    assertThat(client.get("/api/v1/timelines/public", null).response().body())
        .doesNotContain("Among us");
    assertThat(ada.server().document(post.uri()).status()).isEqualTo(404);
    assertThat(ada.server().document(ada.iri() + "/outbox?page=true").response().body())
        .doesNotContain(post.uri());
    Status answer = ben.reply(post, "Yes");
    assertThat(answer.at("/local_only").asBoolean()).isTrue();
    assertThat(quote(cleo, post, "Hm").at("/local_only").asBoolean()).isTrue();
    assertThat(ben.boost(post).at("/local_only").asBoolean()).isTrue();
    Status pleroma = ada.write("Pleroma's way", "visibility", "local");
    assertThat(pleroma.at("/local_only").asBoolean()).isTrue();
    assertThat(pleroma.visibility()).isEqualTo("public");
    assertThat(ada.write("To all").at("/local_only").asBoolean()).isFalse();
  }

  @Test
  void unexpectedMentionsAreRefusedByName() {
    Answer answer =
        ada.server()
            .client()
            .form(
                "/api/v1/statuses",
                ada.token(),
                "status",
                "@ben and @cleo",
                "allowed_mentions[]",
                ben.id());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/error")).isEqualTo("Post would be sent to unexpected accounts");
    assertThat(answer.json().path("unexpected_accounts")).hasSize(1);
    assertThat(answer.text("/unexpected_accounts/0/acct")).isEqualTo("cleo");
    assertThat(ada.write("@ben", "allowed_mentions[]", ben.id()).at("/mentions")).hasSize(1);
    assertThat(ada.tries("/api/v1/statuses", "status", "@ben", "allowed_mentions[]", ""))
        .isEqualTo(422);
  }
}
