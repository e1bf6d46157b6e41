package social.parley.posts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.core.Iri;
import social.parley.fixtures.Fixtures;
import social.parley.posts.Policy.Group;
import tools.jackson.databind.JsonNode;

/** Policies and authorizations as they were recorded; skipped where the recordings are not. */
class PolicyFixturesTest {
  private static final String HERE = "http://localhost:8080/users/the_mighty_zork";

  private static ObjectDocument object(String path) {
    return (ObjectDocument) ActivityReader.read(Fixtures.bytes(path));
  }

  @Test
  void aPolicyNamesGroupsAndPeople() {
    JsonNode policy = object("gotosocial/note-interaction-policy.json").interactionPolicy();
    Policy read =
        PolicyActivities.read(
            policy, new Iri(HERE), new Iri(HERE + "/followers"), new Iri(HERE + "/following"));
    assertThat(read.like().automatic().groups()).containsExactly(Group.PUBLIC);
    assertThat(read.like().manual().groups()).isEmpty();
    assertThat(read.reply().automatic().groups())
        .containsExactlyInAnyOrder(Group.AUTHOR, Group.FOLLOWERS);
    assertThat(read.reply().automatic().people())
        .containsExactlyInAnyOrder(
            new Iri("https://gts.superseriousbusiness.org/users/dumpsterqueer"),
            new Iri("https://gts.superseriousbusiness.org/users/f0x"));
    assertThat(read.reply().manual().groups()).containsExactly(Group.PUBLIC);
    assertThat(read.boost().automatic().groups()).containsExactly(Group.AUTHOR);
    assertThat(read.quote()).isNull();
  }

  @Test
  void aQuotePolicyMayBeASingleAddress() {
    JsonNode policy = object("fep/044f-note-can-quote-policy.json").interactionPolicy();
    Iri alice = new Iri("https://example.com/users/alice");
    Policy read = PolicyActivities.read(policy, alice, new Iri(alice + "/followers"), null);
    assertThat(read.quote().automatic().groups()).containsExactly(Group.FOLLOWERS);
  }

  @Test
  void repliesBringTheirProof() {
    ObjectDocument reply = object("gotosocial/note-reply-with-approval.json");
    assertThat(Stamps.address(reply.raw().path("replyAuthorization")))
        .isEqualTo(
            new Iri(
                "http://localhost:8080/users/1happyturtle/authorizations/01J5QVXCCEATJYSXM9H6MZT4JR"));
    assertThat(object("gotosocial/like-authorization.json").kind())
        .isEqualTo(ObjectKind.LIKE_AUTHORIZATION);
    assertThat(object("gotosocial/reply-approval.json").kind())
        .isEqualTo(ObjectKind.REPLY_AUTHORIZATION);
    assertThat(ActivityReader.read(Fixtures.bytes("gotosocial/accept-reply-request.json")))
        .isInstanceOfSatisfying(
            Activity.Accept.class,
            accept -> assertThat(accept.inner()).isInstanceOf(Activity.ReplyRequest.class));
  }
}
