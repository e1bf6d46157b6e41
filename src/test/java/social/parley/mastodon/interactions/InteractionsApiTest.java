package social.parley.mastodon.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** Who may interact with a post, and asking, among people of one server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InteractionsApiTest {
  private static final String REQUESTS = "/api/v1/interaction_requests";
  private static final String DEFAULTS = "/api/v1/interaction_policies/defaults";

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

  /** A post where followers may do everything, and others ask. */
  private Status guarded(Person author, String text) {
    return author.write(
        text,
        "interaction_policy[can_favourite][automatic_approval][]",
        "followers",
        "interaction_policy[can_favourite][manual_approval][]",
        "public",
        "interaction_policy[can_reply][always][]",
        "followers",
        "interaction_policy[can_reply][with_approval][]",
        "public",
        "interaction_policy[can_reblog][automatic_approval][]",
        "followers",
        "interaction_policy[can_reblog][manual_approval][]",
        "public");
  }

  private static String reply(Status to, Person author) {
    return author
        .post("/api/v1/statuses", "status", "May I?", "in_reply_to_id", to.id())
        .path("id")
        .asString();
  }

  private static JsonNode only(Person owner, String filter) {
    JsonNode requests = owner.get(REQUESTS + filter);
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  @Test
  void aPostSaysWhoMayDoWhat() {
    Status open = ada.write("Open");
    assertThat(open.at("/interaction_policy/can_reply/automatic_approval").toString())
        .isEqualTo("[\"public\"]");
    assertThat(open.at("/interaction_policy/can_reblog/always").toString())
        .isEqualTo("[\"public\"]");
    Status guarded = guarded(ada, "Guarded");
    for (String deed : new String[] {"can_favourite", "can_reply", "can_reblog"}) {
      JsonNode rules = guarded.at("/interaction_policy/" + deed);
      assertThat(rules.path("automatic_approval").toString()).isEqualTo("[\"followers\"]");
      assertThat(rules.path("manual_approval").toString()).isEqualTo("[\"public\"]");
      assertThat(rules.path("with_approval").toString()).isEqualTo("[\"public\"]");
    }
    assertThat(
            ada.tries(
                "/api/v1/statuses",
                "status",
                "x",
                "interaction_policy[can_reply][always][]",
                "friends"))
        .isEqualTo(422);
  }

  @Test
  void aReplyWaitsUntilItIsAgreedTo() {
    Status post = guarded(ada, "Ask to answer");
    String id = reply(post, cleo);
    String path = "/api/v1/statuses/" + id;
    assertThat(cleo.get(path).path("id").asString()).isEqualTo(id);
    assertThat(ben.server().client().get(path, ben.token()).status()).isEqualTo(404);
    assertThat(ben.thread(post)).isEmpty();
    assertThat(ada.view(post).count("replies")).isZero();
    JsonNode request = only(ada, "?status_id=" + post.id());
    assertThat(request.path("type").asString()).isEqualTo("reply");
    assertThat(request.at("/account/username").asString()).isEqualTo("cleo");
    assertThat(request.at("/status/id").asString()).isEqualTo(post.id());
    assertThat(request.at("/reply/id").asString()).isEqualTo(id);
    assertThat(request.has("accepted_at")).isFalse();
    String one = REQUESTS + "/" + request.path("id").asString();
    assertThat(ben.server().client().get(one, ben.token()).status()).isEqualTo(404);
    assertThat(cleo.tries(one + "/authorize")).isEqualTo(404);
    assertThat(ada.post(one + "/authorize").has("accepted_at")).isTrue();
    assertThat(ada.tries(one + "/authorize")).isEqualTo(404);
    assertThat(ada.get(REQUESTS + "?status_id=" + post.id())).isEmpty();
    assertThat(ben.thread(post)).containsExactly("May I?");
    assertThat(ada.view(post).count("replies")).isEqualTo(1);
    reply(post, ben);
    assertThat(ada.view(post).count("replies")).as("followers need not ask").isEqualTo(2);
  }

  @Test
  void aReplyThatIsRefusedIsGone() {
    Status post = guarded(ada, "Refuse me");
    String id = reply(post, cleo);
    String one = REQUESTS + "/" + only(ada, "?status_id=" + post.id()).path("id").asString();
    assertThat(ada.post(one + "/reject").has("rejected_at")).isTrue();
    assertThat(ada.get(one).has("rejected_at")).isTrue();
    assertThat(cleo.server().client().get("/api/v1/statuses/" + id, cleo.token()).status())
        .isEqualTo(404);
  }

  @Test
  void favouritesAndBoostsWaitToo() {
    Status post = guarded(ada, "Ask for all");
    String path = "/api/v1/statuses/" + post.id() + "/";
    assertThat(cleo.post(path + "favourite").path("favourited").asBoolean()).isTrue();
    cleo.post(path + "reblog");
    assertThat(ada.view(post).count("favourites") + ada.view(post).count("reblogs")).isZero();
    assertThat(ada.get(path + "favourited_by")).isEmpty();
    assertThat(ada.get(path + "reblogged_by")).isEmpty();
    String filter = "?status_id=" + post.id();
    assertThat(ada.get(REQUESTS + filter)).hasSize(2);
    JsonNode like = only(ada, filter + "&reblogs=false");
    JsonNode boost = only(ada, filter + "&favourites=false");
    assertThat(like.path("type").asString()).isEqualTo("favourite");
    assertThat(boost.path("type").asString()).isEqualTo("reblog");
    for (JsonNode one : new JsonNode[] {like, boost})
      ada.post(REQUESTS + "/" + one.path("id").asString() + "/authorize");
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
    assertThat(ada.view(post).count("reblogs")).isEqualTo(1);
    assertThat(ada.notifications()).contains("favourite cleo", "reblog cleo");
    Status other = guarded(ada, "Taken back");
    String of = "/api/v1/statuses/" + other.id() + "/";
    cleo.post(of + "favourite");
    assertThat(cleo.post(of + "unfavourite").path("favourited").asBoolean()).isFalse();
    assertThat(ada.get(REQUESTS + "?status_id=" + other.id())).isEmpty();
    assertThat(
            ada.server()
                .client()
                .get(REQUESTS + "?favourites=0&replies=0&reblogs=0", ada.token())
                .status())
        .isEqualTo(422);
  }

  private static final String PENDING =
      "/api/v1/notifications?types[]=pending.favourite&types[]=pending.reply&types[]=pending.reblog";

  @Test
  void theAuthorIsToldOfWhatWaitsAsLongAsItDoes() {
    Person eve = fediverse.person("eve", "alpha.test");
    Status post = guarded(eve, "Tell me <first>");
    String path = "/api/v1/statuses/" + post.id() + "/";
    String reply = reply(post, cleo);
    cleo.post(path + "favourite");
    cleo.post(path + "reblog");
    JsonNode told = eve.get(PENDING);
    assertThat(told.valueStream().map(one -> one.path("type").asString()))
        .containsExactly("pending.reblog", "pending.favourite", "pending.reply");
    assertThat(told.valueStream().map(one -> one.at("/status/id").asString()))
        .containsExactly(post.id(), post.id(), reply);
    for (JsonNode one : told) {
      assertThat(one.at("/account/id").asString()).isEqualTo(cleo.id());
      assertThat(one.path("group_key").asString())
          .isEqualTo("ungrouped-" + one.path("id").asString());
      assertThat(one.at("/fallback/title").asString())
          .contains(" wants to ")
          .endsWith(" your post");
    }
    assertThat(told.get(0).at("/fallback/summary").asString()).isEqualTo("Tell me &lt;first&gt;");
    JsonNode groups =
        eve.get("/api/v2/notifications?supported_types[]=pending.reply")
            .path("notification_groups");
    assertThat(groups).hasSize(3);
    assertThat(groups.get(2).path("status_id").asString()).isEqualTo(reply);
    assertThat(groups.get(2).has("fallback")).isFalse();
    assertThat(groups.get(1).has("fallback")).isTrue();
    for (JsonNode one : eve.get(REQUESTS))
      eve.post(REQUESTS + "/" + one.path("id").asString() + "/authorize");
    assertThat(eve.get(PENDING)).isEmpty();
    assertThat(eve.notifications()).contains("favourite cleo", "reblog cleo");
  }

  @Test
  void whatIsTakenBackOrRefusedIsToldNoMore() {
    Person finn = fediverse.person("finn", "alpha.test");
    Status post = guarded(finn, "For a while");
    String path = "/api/v1/statuses/" + post.id() + "/";
    cleo.post(path + "favourite");
    cleo.post(path + "reblog");
    String reply = reply(post, cleo);
    assertThat(finn.get(PENDING)).hasSize(3);
    cleo.post(path + "unfavourite");
    cleo.post(path + "unreblog");
    assertThat(finn.get(PENDING).valueStream().map(one -> one.path("type").asString()))
        .containsExactly("pending.reply");
    finn.post(REQUESTS + "/" + only(finn, "").path("id").asString() + "/reject");
    assertThat(finn.get(PENDING)).isEmpty();
    assertThat(finn.server().client().get("/api/v1/statuses/" + reply, cleo.token()).status())
        .isEqualTo(404);
    cleo.post("/api/v1/statuses", "status", "Again?", "in_reply_to_id", post.id());
    assertThat(finn.get(PENDING)).hasSize(1);
    finn.delete(post);
    assertThat(finn.get(PENDING)).isEmpty();
    assertThat(finn.get(REQUESTS)).isEmpty();
  }

  @Test
  void whatIsNotAllowedIsRefused() {
    Status post =
        ada.write(
            "Leave me alone",
            "interaction_policy[can_favourite][always][]",
            "author",
            "interaction_policy[can_reply][always][]",
            "author",
            "interaction_policy[can_reblog][always][]",
            "author");
    String path = "/api/v1/statuses/" + post.id() + "/";
    assertThat(ben.tries(path + "favourite")).isEqualTo(403);
    assertThat(ben.tries(path + "reblog")).isEqualTo(404);
    assertThat(ben.tries("/api/v1/statuses", "status", "x", "in_reply_to_id", post.id()))
        .isEqualTo(403);
    assertThat(ada.tries(path + "favourite")).isEqualTo(200);
    Status named = ada.write("@ben but you", "interaction_policy[can_reply][always][]", "author");
    assertThat(ben.tries("/api/v1/statuses", "status", "x", "in_reply_to_id", named.id()))
        .as("who is named may always reply")
        .isEqualTo(200);
  }

  @Test
  void defaultsHoldForPostsThatSayNothing() {
    Person dora = fediverse.person("dora", "alpha.test");
    JsonNode usual = dora.get(DEFAULTS);
    assertThat(usual.at("/public/can_reply/automatic_approval").toString())
        .isEqualTo("[\"public\"]");
    assertThat(usual.at("/private/can_reblog/automatic_approval").toString())
        .isEqualTo("[\"author\"]");
    Answer answer =
        dora.server()
            .client()
            .send(
                "PATCH",
                DEFAULTS,
                "{\"public\":{\"can_reply\":{\"automatic_approval\":[\"author\",\"mentioned\"],"
                    + "\"manual_approval\":[\"followers\"]}},\"unlisted\":null}",
                "application/json",
                dora.token());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/public/can_reply/manual_approval").toString())
        .isEqualTo("[\"followers\"]");
    Status post = dora.write("By default");
    assertThat(post.at("/interaction_policy/can_reply/manual_approval").toString())
        .isEqualTo("[\"followers\"]");
    assertThat(ben.tries("/api/v1/statuses", "status", "x", "in_reply_to_id", post.id()))
        .isEqualTo(403);
    Status quiet = dora.write("Quiet", "visibility", "unlisted");
    assertThat(ben.tries("/api/v1/statuses", "status", "x", "in_reply_to_id", quiet.id()))
        .isEqualTo(200);
  }
}
