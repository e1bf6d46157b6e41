package social.parley.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.parley.activitystreams.ActivityWriter;
import social.parley.activitystreams.Thing;
import social.parley.actors.Actor;
import social.parley.core.Cursor;
import social.parley.core.TestClock;
import social.parley.federation.ObjectSource.Answer;
import social.parley.jsonld.Json;
import social.parley.storage.Databases;
import social.parley.text.TextFormat;
import tools.jackson.databind.JsonNode;

/** What local posts look like to other servers. */
class PostActivitiesTest {
  private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final Network network = new Network();
  private Town alpha;
  private Town beta;
  private Actor ada;
  private Actor bob;

  @BeforeEach
  void build() {
    alpha = new Town("alpha.test", network, Databases.sqlite(folder.resolve("a")), clock, folder);
    beta = new Town("beta.test", network, Databases.sqlite(folder.resolve("b")), clock, folder);
    ada = alpha.person("ada");
    bob = beta.person("bob");
  }

  @AfterEach
  void close() {
    alpha.close();
    beta.close();
  }

  private JsonNode document(Post post, String part) {
    var iri = part.isEmpty() ? post.iri() : PostActivities.part(post, part);
    Thing thing = ((Answer.Shown) alpha.posts.documents().find(iri, null)).thing();
    return Json.parse(ActivityWriter.bytes(thing));
  }

  @Test
  void aNoteIsWrittenStrictly() {
    Draft draft =
        new Draft(
            ada.id(),
            "Hi @bob@beta.test #Cats",
            TextFormat.MARKDOWN,
            "Cats!",
            false,
            "en",
            Reach.PUBLIC,
            null,
            List.of(),
            null,
            new Program("A program", null),
            null);
    Post post = alpha.say(draft);
    JsonNode create = document(post, "activity");
    assertThat(create.path("type").asString()).isEqualTo("Create");
    assertThat(create.path("actor").asString()).isEqualTo(ada.iri().value());
    assertThat(texts(create, "to")).containsExactly(PUBLIC);
    assertThat(texts(create, "cc"))
        .containsExactly("http://alpha.test/users/ada/followers", "http://beta.test/users/bob");
    JsonNode note = create.path("object");
    assertThat(note.has("@context")).isFalse();
    assertThat(note.path("id").asString()).isEqualTo(post.iri().value());
    assertThat(note.path("type").asString()).isEqualTo("Note");
    assertThat(note.path("attributedTo").asString()).isEqualTo(ada.iri().value());
    assertThat(note.path("published").asString()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(note.path("summary").asString()).isEqualTo("Cats!");
    assertThat(note.path("sensitive").asBoolean()).isTrue();
    assertThat(note.path("content").asString()).isEqualTo(post.html());
    assertThat(note.path("contentMap").path("en").asString()).isEqualTo(post.html());
    assertThat(note.path("source").path("mediaType").asString()).isEqualTo("text/markdown");
    assertThat(note.path("url").asString()).isEqualTo(post.url());
    assertThat(note.path("attachment").isArray()).isTrue();
    assertThat(note.path("context").asString()).isEqualTo(post.iri() + "/context");
    assertThat(note.path("replies").asString()).isEqualTo(post.iri() + "/replies");
    JsonNode tags = note.path("tag");
    assertThat(tags.path(0).path("href").asString()).isEqualTo(bob.iri().value());
    assertThat(tags.path(0).path("name").asString()).isEqualTo("@bob@beta.test");
    assertThat(tags.path(1).path("name").asString()).isEqualTo("#cats");
    assertThat(document(post, "").path("id").asString()).isEqualTo(post.iri().value());
  }

  private static List<String> texts(JsonNode node, String member) {
    assertThat(node.path(member).isArray()).isTrue();
    return node.path(member).valueStream().map(JsonNode::asString).toList();
  }

  @ParameterizedTest
  @EnumSource(Reach.class)
  void everyReachHasItsAddresses(Reach reach) {
    Post post = alpha.say(Draft.of(ada.id(), "Hi @bob@beta.test").withReach(reach));
    String followers = "http://alpha.test/users/ada/followers";
    String named = bob.iri().value();
    JsonNode create = Json.parse(alpha.sent.getLast());
    assertThat(texts(create, "to"))
        .containsExactly(
            switch (reach) {
              case PUBLIC -> PUBLIC;
              case QUIET, FOLLOWERS -> followers;
              case MENTIONED -> named;
            });
    assertThat(texts(create, "cc"))
        .containsExactlyElementsOf(
            switch (reach) {
              case PUBLIC -> List.of(followers, named);
              case QUIET -> List.of(PUBLIC, named);
              case FOLLOWERS -> List.of(named);
              case MENTIONED -> List.of();
            });
    assertThat(beta.copy(post).reach()).isEqualTo(reach);
    Answer answer = alpha.posts.documents().find(post.iri(), null);
    if (reach.isOpen()) assertThat(answer).isInstanceOf(Answer.Shown.class);
    else assertThat(answer).isInstanceOf(Answer.Hidden.class);
    Actor bobHere = alpha.meet(bob);
    assertThat(alpha.posts.documents().find(post.iri(), bobHere.id()))
        .isInstanceOf(Answer.Shown.class);
  }

  @Test
  void aPollIsAQuestion() {
    PollDraft poll = new PollDraft(List.of("Yes", "No"), false, false, Duration.ofHours(1));
    Post post = alpha.say(Draft.of(ada.id(), "Well?").withPoll(poll));
    JsonNode question = document(post, "");
    assertThat(question.path("type").asString()).isEqualTo("Question");
    assertThat(question.path("endTime").asString()).isEqualTo("2026-03-01T13:00:00Z");
    assertThat(question.path("votersCount").asInt(-1)).isZero();
    JsonNode first = question.path("oneOf").path(0);
    assertThat(first.path("name").asString()).isEqualTo("Yes");
    assertThat(first.path("replies").path("totalItems").asInt(-1)).isZero();
    assertThat(question.has("anyOf")).isFalse();
  }

  @Test
  void anUndoCarriesTheWholeBoost() {
    alpha.follow(ada, bob);
    Post post = beta.say(bob, "Boost me");
    Post boost = alpha.posts.boost(ada.id(), alpha.copy(post).id(), Reach.PUBLIC);
    network.settle();
    assertThat(beta.again(post).boosts()).isEqualTo(1);
    alpha.posts.unboost(ada.id(), boost.id());
    network.settle();
    JsonNode undo = Json.parse(alpha.sent.getLast());
    assertThat(undo.path("type").asString()).isEqualTo("Undo");
    assertThat(undo.path("object").path("type").asString()).isEqualTo("Announce");
    assertThat(undo.path("object").path("id").asString()).isEqualTo(boost.iri().value());
    assertThat(undo.path("object").path("object").asString()).isEqualTo(post.iri().value());
    assertThat(beta.again(post).boosts()).isZero();
  }

  @Test
  void conversationsAndCountsCanBeFetched() {
    Post top = alpha.say(ada, "Top");
    Post reply = alpha.say(Draft.of(ada.id(), "Reply").inReplyTo(top.id()));
    alpha.say(Draft.of(ada.id(), "Secret").inReplyTo(top.id()).withReach(Reach.MENTIONED));
    assertThat(texts(document(top, "context"), "orderedItems"))
        .containsExactly(top.iri().value(), reply.iri().value());
    assertThat(document(top, "likes").path("totalItems").asInt(-1)).isZero();
    assertThat(alpha.posts.documents().find(PostActivities.part(top, "nothing"), null))
        .isInstanceOf(Answer.Unknown.class);
    var outbox = alpha.posts.collections().getFirst();
    assertThat(outbox.total(ada.iri(), null)).hasValue(2);
    assertThat(outbox.page(ada.iri(), Cursor.first(1), null).items()).hasSize(1);
    assertThat(outbox.page(ada.iri(), Cursor.first(1), null).next()).hasValue(reply.id().value());
  }
}
