package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Asking before interacting, between servers of ours. */
abstract class InteractionsContract extends InteractionsScene {
  @Test
  void thePolicyStandsUnderBothNames() {
    Status post = guarded("Told", "followers", "public");
    JsonNode policy = ada.server().document(post.uri()).json().path("interactionPolicy");
    for (String name : List.of("canLike", "canReply", "canAnnounce")) {
      for (String key : List.of("automaticApproval", "always"))
        assertThat(policy.at("/" + name + "/" + key).toString())
            .contains(ada.iri() + "/followers", "\"" + ada.iri() + "\"");
      for (String key : List.of("manualApproval", "approvalRequired"))
        assertThat(policy.at("/" + name + "/" + key + "/0").asString())
            .isEqualTo("https://www.w3.org/ns/activitystreams#Public");
    }
    assertThat(ben.view(post).at("/interaction_policy/can_reply/manual_approval").toString())
        .isEqualTo("[\"public\"]");
    Status usual = ada.write("Nothing said");
    assertThat(ada.server().document(usual.uri()).json().path("interactionPolicy").has("canReply"))
        .as("what is usual obliges nobody to ask")
        .isFalse();
  }

  @Test
  void aReplyIsShownWhenItIsAgreedTo() {
    Status post = guarded("Ask me", "author", "public");
    Status reply = replied(ben, post, "May I?");
    assertThat(ben.view(reply).text()).isEqualTo("May I?");
    assertThat(cleo.sees(reply)).isEmpty();
    assertThat(cleo.homeTexts()).doesNotContain("May I?");
    assertThat(ada.view(post).count("replies")).isZero();
    ada.post(only(post) + "/authorize");
    fediverse.settle();
    assertThat(ada.thread(post)).containsExactly("May I?");
    assertThat(ada.view(post).count("replies")).isEqualTo(1);
    assertThat(ben.view(post).count("replies")).isEqualTo(1);
    assertThat(cleo.view(reply).text()).as("who has checked the stamp").isEqualTo("May I?");
    JsonNode document = ben.server().document(reply.uri()).json();
    String stamp = document.path("replyAuthorization").asString();
    assertThat(document.path("approvedBy").asString()).isEqualTo(stamp);
    JsonNode shown = ada.server().document(stamp).json();
    assertThat(shown.path("type").asString()).isEqualTo("ReplyAuthorization");
    assertThat(shown.path("interactingObject").asString()).isEqualTo(reply.uri());
    assertThat(shown.path("interactionTarget").asString()).isEqualTo(post.uri());
  }

  @Test
  void aReplyIsTakenOutAgainWhereverItWasShown() {
    Status post = guarded("Ask me, for now", "author", "public");
    Status reply = replied(ben, post, "Welcome, was I?");
    String request = only(post);
    ada.post(request + "/authorize");
    fediverse.settle();
    String stamp = ben.server().document(reply.uri()).json().path("replyAuthorization").asString();
    assertThat(cleo.sees(reply)).isPresent();
    ada.post(request + "/reject");
    assertThat(ada.tries(request + "/reject")).as("once is enough").isEqualTo(404);
    fediverse.settle();
    assertThat(ada.server().document(stamp).status()).isEqualTo(404);
    assertThat(ada.thread(post)).isEmpty();
    assertThat(ada.view(post).count("replies")).isZero();
    assertThat(ben.sees(reply)).isEmpty();
    assertThat(cleo.sees(reply)).isEmpty();
    assertThat(ada.tries(request + "/authorize")).isEqualTo(404);
  }

  @Test
  void whoeverGaveNoStampTakesNoneBack() {
    Status post = guarded("Ask me still", "author", "public");
    Status reply = replied(ben, post, "Staying");
    ada.post(only(post) + "/authorize");
    fediverse.settle();
    String stamp = ben.server().document(reply.uri()).json().path("replyAuthorization").asString();
    outsider.send(cleo.server(), outsider.activity("Delete", "/no-revocation", rex, stamp));
    outsider.send(ben.server(), outsider.activity("Reject", "/no-reject", rex, reply.uri()));
    fediverse.settle();
    assertThat(cleo.sees(reply)).isPresent();
    assertThat(ben.sees(reply)).isPresent();
  }

  @Test
  void aReplyThatIsRefusedDisappears() {
    Status post = guarded("Ask me in vain", "author", "public");
    Status reply = replied(ben, post, "Please?");
    ada.post(only(post) + "/reject");
    fediverse.settle();
    assertThat(ben.sees(reply)).isEmpty();
    assertThat(ada.thread(post)).isEmpty();
  }

  @Test
  void followersAreLetInAtOnceAndWithProof() {
    Status post = guarded("Followers first", "followers", "author");
    Status reply = replied(ben, post, "I follow");
    ben.favourite(post);
    ben.boost(post);
    fediverse.settle();
    assertThat(ada.get(REQUESTS + "?status_id=" + post.id())).isEmpty();
    assertThat(ada.thread(post)).containsExactly("I follow");
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
    assertThat(ada.view(post).count("reblogs")).isEqualTo(1);
    assertThat(ben.server().document(reply.uri()).json().has("replyAuthorization")).isTrue();
  }

  @Test
  void favouritesAndBoostsWaitAcrossServers() {
    Status post = guarded("Ask for all", "author", "public");
    ben.favourite(post);
    ben.boost(post);
    fediverse.settle();
    assertThat(ada.view(post).count("favourites")).isZero();
    assertThat(ada.view(post).count("reblogs")).isZero();
    assertThat(ben.view(post).at("/favourited").asBoolean()).isTrue();
    JsonNode requests = ada.get(REQUESTS + "?status_id=" + post.id());
    assertThat(requests).hasSize(2);
    for (JsonNode one : requests)
      ada.post(REQUESTS + "/" + one.path("id").asString() + "/authorize");
    fediverse.settle();
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
    assertThat(ada.view(post).count("reblogs")).isEqualTo(1);
    assertThat(ben.view(post).count("favourites")).isEqualTo(1);
    assertThat(ada.notifications()).contains("favourite ben", "reblog ben");
  }

  @Test
  void aFavouriteThatWasAgreedToIsTakenBack() {
    Status post = guarded("Liked, for now", "author", "public");
    ben.favourite(post);
    fediverse.settle();
    String request = only(post);
    ada.post(request + "/authorize");
    fediverse.settle();
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
    ada.post(request + "/reject");
    fediverse.settle();
    for (Person one : List.of(ada, ben)) assertThat(one.view(post).count("favourites")).isZero();
    assertThat(ben.view(post).at("/favourited").asBoolean()).isFalse();
    assertThat(ada.tries(request + "/reject")).isEqualTo(404);
  }

  @Test
  void aReplyThatStaysHereAsksNobody() {
    Status post = guarded("Far away", "author", "public");
    Status reply = ben.reply(post, "Between us", "local_only", "true");
    fediverse.settle();
    assertThat(ada.get(REQUESTS + "?status_id=" + post.id())).isEmpty();
    assertThat(ada.sees(reply)).isEmpty();
    assertThat(ben.thread(post)).containsExactly("Between us");
  }
}
