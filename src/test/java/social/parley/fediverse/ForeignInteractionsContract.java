package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asking before interacting, with a server that is none of ours. */
abstract class ForeignInteractionsContract extends InteractionsScene {
  /** A post of Rex whose replies wait for his word, as PeerTube and FEP-5624 say it. */
  private Status moderated(String path) {
    ObjectNode post = outsider.note(path, rex, "Comments are looked at first");
    post.put("commentsPolicy", 3).put("canReply", "https://www.w3.org/ns/activitystreams#Public");
    outsider.serve(path, post);
    outsider.send(ben.server(), outsider.create(post));
    fediverse.settle();
    return ben.find(outsider.at(path), true).orElseThrow();
  }

  private JsonNode latestReply(Status to) {
    return outsider.inbox().reversed().stream()
        .filter(one -> one.path("type").asString().equals("Create"))
        .map(one -> one.path("object"))
        .filter(one -> one.path("inReplyTo").asString().equals(to.uri()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCommentThatPeerTubeLooksAtFirstIsShownWhenItIsApproved() {
    Status video = moderated("/moderated");
    assertThat(cleo.find(video.uri(), true)).isPresent();
    Status comment = replied(ben, video, "Nice");
    assertThat(latestReply(video).path("id").asString()).isEqualTo(comment.uri());
    assertThat(cleo.sees(comment)).isEmpty();
    ObjectNode approval = outsider.activity("ApproveReply", "/approval", rex, comment.uri());
    approval.put("inReplyTo", video.uri());
    outsider.serve("/approval", approval);
    outsider.send(ben.server(), approval);
    fediverse.settle();
    assertThat(latestReply(video).path("replyApproval").asString())
        .isEqualTo(outsider.at("/approval"));
    assertThat(cleo.sees(comment)).isPresent();
  }

  @Test
  void aCommentThatIsNotApprovedDisappears() {
    Status video = moderated("/moderated-too");
    Status comment = replied(ben, video, "First!");
    String sue = outsider.actor("sue");
    outsider.send(ben.server(), outsider.activity("RejectReply", "/no-1", sue, comment.uri()));
    fediverse.settle();
    assertThat(ben.sees(comment)).isPresent();
    outsider.send(ben.server(), outsider.activity("RejectReply", "/no-2", rex, comment.uri()));
    fediverse.settle();
    assertThat(ben.sees(comment)).isEmpty();
  }

  private ObjectNode answer(String path, String text, Status to) {
    return outsider.note(path, rex, text, ada.iri()).put("inReplyTo", to.uri());
  }

  @Test
  void whoDoesNotAskIsAskedFor() {
    Status post = guarded("Impolite", "author", "public");
    outsider.send(ada.server(), outsider.create(answer("/rude", "Just so", post)));
    outsider.send(ada.server(), outsider.activity("Like", "/rude-like", rex, post.uri()));
    fediverse.settle();
    assertThat(ada.thread(post)).as("its author may look at it").containsExactly("Just so");
    assertThat(ada.view(post).count("replies")).isZero();
    JsonNode requests = ada.get(REQUESTS + "?status_id=" + post.id());
    assertThat(requests).hasSize(2);
    for (JsonNode one : requests)
      ada.post(REQUESTS + "/" + one.path("id").asString() + "/authorize");
    fediverse.settle();
    JsonNode accept = outsider.last();
    assertThat(accept.path("type").asString()).isEqualTo("Accept");
    assertThat(List.of(outsider.at("/rude"), outsider.at("/rude-like")))
        .contains(accept.path("object").asString());
    assertThat(accept.path("result").asString()).startsWith(ada.iri() + "/authorizations/");
    assertThat(ada.view(post).count("replies")).isEqualTo(1);
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
  }

  @Test
  void whatWasRefusedIsNotBroughtBack() {
    Status post = guarded("Ask me but once", "author", "public");
    ObjectNode reply = answer("/stubborn", "Me again", post);
    outsider.serve("/stubborn", reply);
    outsider.send(ada.server(), outsider.create(reply));
    fediverse.settle();
    ada.post(only(post) + "/reject");
    ObjectNode delete = outsider.activity("Delete", "/no-delete", rex, outsider.at("/stubborn"));
    outsider.send(ada.server(), outsider.activity("Undo", "/no-undo", rex, delete));
    fediverse.settle();
    assertThat(ada.thread(post)).isEmpty();
    assertThat(ada.get(REQUESTS + "?status_id=" + post.id())).isEmpty();
  }

  @Test
  void whatWaitsIsTakenBackByItsId() {
    Status post = guarded("Ask me", "followers", "public");
    outsider.send(ada.server(), outsider.activity("Like", "/waiting-like", rex, post.uri()));
    fediverse.settle();
    assertThat(ada.get(REQUESTS + "?status_id=" + post.id())).hasSize(1);
    String id = outsider.at("/waiting-like");
    outsider.send(ada.server(), outsider.activity("Undo", "/undo-waiting", rex, id));
    fediverse.settle();
    assertThat(ada.get(REQUESTS + "?status_id=" + post.id())).isEmpty();
  }

  @Test
  void whoAsksIsAnswered() {
    Status post = guarded("Polite", "author", "public");
    ObjectNode request = outsider.activity("ReplyRequest", "/polite-request", rex, post.uri());
    request.set("instrument", answer("/polite", "If you please", post));
    outsider.send(ada.server(), request);
    fediverse.settle();
    ada.post(only(post) + "/authorize");
    fediverse.settle();
    JsonNode accept = outsider.last();
    assertThat(accept.path("type").asString()).isEqualTo("Accept");
    assertThat(accept.at("/object/type").asString()).isEqualTo("ReplyRequest");
    assertThat(accept.at("/object/id").asString()).isEqualTo(outsider.at("/polite-request"));
    assertThat(accept.at("/object/instrument").asString()).isEqualTo(outsider.at("/polite"));
    assertThat(ada.thread(post)).containsExactly("If you please");
  }

  private void asks(String type, String path, Status post, Object instrument) {
    ObjectNode request = outsider.activity(type, path, rex, post.uri());
    if (instrument instanceof ObjectNode note) request.set("instrument", note);
    else request.put("instrument", String.valueOf(instrument));
    outsider.send(ada.server(), request);
    fediverse.settle();
  }

  @Test
  void whoAsksTheWrongAuthorWaitsForTheRightOne() {
    Person amy = fediverse.person("amy", "alpha.test");
    Status lure = amy.write("Ask me instead");
    Status guarded = guarded("Ask me alone", "author", "public");
    asks("ReplyRequest", "/sly-request", lure, answer("/sly", "Through the back door", guarded));
    assertThat(amy.get(REQUESTS)).isEmpty();
    ada.post(only(guarded) + "/authorize");
    assertThat(ada.thread(guarded)).containsExactly("Through the back door");
    Status open = ada.write("Open to all");
    Status closed = guarded("Not to all", "author", "public");
    asks("ReplyRequest", "/odd-request", closed, answer("/odd", "Elsewhere", open));
    assertThat(ada.get(REQUESTS + "?status_id=" + closed.id())).isEmpty();
  }

  @Test
  void aFavouriteWaitsOnceAndIsTakenBackByItsAddress() {
    Status post = guarded("Ask me once", "author", "public");
    asks("LikeRequest", "/eager-1", post, outsider.at("/eager-like-1"));
    asks("LikeRequest", "/eager-2", post, outsider.at("/eager-like-2"));
    String request = only(post);
    outsider.send(
        ada.server(), outsider.activity("Undo", "/eager-undo", rex, outsider.at("/eager-like-1")));
    fediverse.settle();
    assertThat(ada.get(REQUESTS + "?status_id=" + post.id())).isEmpty();
    assertThat(ada.tries(request + "/authorize")).isEqualTo(404);
  }

  @Test
  void whatIsNotAllowedIsSentBack() {
    Status post = guarded("Nobody", "author", "author");
    outsider.send(ada.server(), outsider.create(answer("/unwanted", "Ha", post)));
    fediverse.settle();
    JsonNode reject = outsider.last();
    assertThat(reject.path("type").asString()).isEqualTo("Reject");
    assertThat(reject.path("object").asString()).isEqualTo(outsider.at("/unwanted"));
    assertThat(ada.thread(post)).isEmpty();
    ObjectNode request = outsider.activity("LikeRequest", "/like-request", rex, post.uri());
    request.put("instrument", outsider.at("/a-like"));
    outsider.send(ada.server(), request);
    fediverse.settle();
    assertThat(outsider.last().at("/object/id").asString()).isEqualTo(outsider.at("/like-request"));
    assertThat(outsider.last().path("type").asString()).isEqualTo("Reject");
  }

  @Test
  void aReplyThatCameFirstIsJudgedWhenItsParentComes() {
    String sue = outsider.actor("sue");
    ObjectNode parent = outsider.note("/parent", sue, "Only I answer");
    parent.putObject("interactionPolicy").putObject("canReply").put("always", sue);
    outsider.serve("/parent", parent);
    ObjectNode reply = outsider.note("/first", rex, "First!", ben.iri());
    reply.put("inReplyTo", outsider.at("/parent"));
    outsider.send(ben.server(), outsider.create(reply));
    fediverse.settle();
    Status shown = ben.find(outsider.at("/parent"), false).orElseThrow();
    assertThat(ben.find(outsider.at("/first"), false)).isEmpty();
    assertThat(ben.thread(shown)).isEmpty();
    assertThat(shown.count("replies")).isZero();
  }

  @Test
  void anUnprovenReplyElsewhereIsNotShown() {
    Status post = guarded("On three servers", "author", "public");
    ObjectNode claimed = answer("/claimed", "Trust me", post);
    claimed.put("replyAuthorization", ada.iri() + "/authorizations/1");
    outsider.send(ben.server(), outsider.create(claimed));
    fediverse.settle();
    assertThat(ben.find(outsider.at("/claimed"), false)).isEmpty();
    assertThat(ben.thread(post)).isEmpty();
  }
}
