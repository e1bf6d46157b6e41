package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Votes for and against posts, by people alone and through a community that Ada follows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VotesContract {
  private Fediverse fediverse;
  private Instance alpha;
  private Person ada;
  private Outsider home;
  private Outsider away;
  private String group;
  private String other;
  private String author;
  private String friend;
  private int count;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    alpha = fediverse.at("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    home = fediverse.outsider("forum.test");
    away = fediverse.outsider("elsewhere.test");
    group = group("cats");
    other = group("dogs");
    author = away.actor("author");
    friend = away.actor("friend");
    away.befriend(fediverse, ada, friend);
  }

  private String group(String name) {
    String id = home.actor(name);
    ObjectNode actor = (ObjectNode) Json.parse(home.served("/" + name));
    home.serve("/" + name, actor.put("type", "Group"));
    home.befriend(fediverse, ada, id);
    return id;
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private String path(String kind) {
    return "/" + kind + "/" + ++count;
  }

  private void announce(String by, JsonNode what) {
    ObjectNode announce = home.activity("Announce", path("announces"), by, what);
    announce.putArray("to").add("https://www.w3.org/ns/activitystreams#Public");
    assertThat(home.send(alpha, announce)).isEqualTo(202);
    fediverse.settle();
  }

  private void send(ObjectNode activity) {
    assertThat(away.send(alpha, activity)).isEqualTo(202);
    fediverse.settle();
  }

  private Status submitted(String text) {
    String path = path("notes");
    ObjectNode note = away.note(path, author, text, group).put("audience", group);
    away.serve(path, note);
    announce(group, away.create(note));
    return ada.find(away.at(path), false).orElseThrow();
  }

  private ObjectNode vote(String type, String voter, Status post) {
    String path = path("votes");
    ObjectNode vote = away.activity(type, path, voter, post.uri());
    away.serve(path, vote);
    return vote;
  }

  private ObjectNode undo(ObjectNode vote) {
    String path = path("undos");
    ObjectNode undo = away.activity("Undo", path, vote.path("actor").asString(), vote);
    away.serve(path, undo);
    return undo;
  }

  private void assertVotes(Status post, long likes, long dislikes) {
    Status now = ada.view(post);
    assertThat(now.count("favourites")).isEqualTo(likes);
    assertThat(now.at("/friendica/dislikes_count").asLong()).isEqualTo(dislikes);
  }

  @Test
  void aCommunityCountsThoseWhomNobodyHereKnows() {
    Status post = submitted("Vote on this");
    ObjectNode like = vote("Like", away.at("/somebody"), post);
    ObjectNode dislike = vote("Dislike", away.at("/somebody/else"), post);
    announce(group, like);
    announce(group, like);
    announce(group, dislike);
    assertVotes(post, 1, 1);
    announce(group, undo(like));
    announce(group, undo(dislike));
    assertVotes(post, 0, 0);
  }

  @Test
  void aReactionTakenBackIsNoVote() {
    Status post = submitted("React to this");
    ObjectNode like = vote("Like", away.at("/somebody"), post);
    announce(group, like);
    announce(group, undo(vote("Like", away.at("/somebody"), post).put("content", "🎉")));
    assertVotes(post, 1, 0);
    announce(group, undo(like));
    assertVotes(post, 0, 0);
  }

  @Test
  void whoeverTurnsRoundHasOneVoiceStill() {
    Status post = submitted("Change your mind");
    announce(group, vote("Like", away.at("/fickle"), post));
    announce(group, vote("Dislike", away.at("/fickle"), post));
    assertVotes(post, 0, 1);
    announce(group, vote("Like", friend, post));
    announce(group, vote("Dislike", friend, post));
    assertVotes(post, 0, 2);
  }

  @Test
  void anotherCommunityHasNoWordInIt() {
    Status post = submitted("Not for dogs");
    announce(other, vote("Like", away.at("/somebody"), post));
    assertVotes(post, 0, 0);
  }

  @Test
  void nobodyVotesInAnothersName() {
    Status post = submitted("Whose voice?");
    announce(group, vote("Like", ada.iri(), post));
    announce(group, undo(vote("Like", away.at("/somebody"), post)).put("actor", author));
    assertVotes(post, 0, 0);
  }

  @Test
  void theSameVoteDirectlyAndThroughTheCommunityIsOne() {
    Status post = ada.write("@cats@" + home.authority() + " What do you think?");
    fediverse.settle();
    ObjectNode like = vote("Like", friend, post);
    send(like);
    announce(group, like);
    assertVotes(post, 1, 0);
    send(undo(like));
    assertVotes(post, 0, 0);
  }

  @Test
  void aCommunityNamesItsOwnPeopleAlone() {
    Status post = ada.write("@cats@" + home.authority() + " Who likes it?");
    String member = home.actor("member");
    ada.idOf(member);
    announce(group, vote("Like", friend, post));
    ObjectNode like = home.activity("Like", path("votes"), member, post.uri());
    announce(group, like);
    assertVotes(post, 2, 0);
    JsonNode fans = ada.get("/api/v1/statuses/" + post.id() + "/favourited_by");
    assertThat(fans.valueStream().map(one -> one.path("uri").asString())).containsExactly(member);
    announce(group, home.activity("Undo", path("undos"), member, like));
    assertVotes(post, 1, 0);
  }

  @Test
  void whatWasToldOfSomebodyBecomesTheirOwn() {
    Status post = ada.write("@cats@" + home.authority() + " Who are you?");
    fediverse.settle();
    String stranger = away.at("/stranger");
    announce(group, vote("Like", stranger, post));
    assertVotes(post, 1, 0);
    away.actor("stranger");
    ObjectNode dislike = vote("Dislike", stranger, post);
    send(dislike);
    assertVotes(post, 0, 1);
    assertThat(ada.get("/api/friendica/statuses/" + post.id() + "/disliked_by").at("/0/uri"))
        .hasToString(Json.array().add(stranger).get(0).toString());
    send(away.activity("Undo", path("undos"), stranger, dislike.path("id").asString()));
    assertVotes(post, 0, 0);
  }

  @Test
  void ourVotesGoToTheAuthorAndTheCommunity() {
    Status post = submitted("Vote from afar");
    ada.favourite(post);
    fediverse.settle();
    assertThat(home.last().path("type").asString()).isEqualTo("Like");
    assertThat(home.last().path("audience").asString()).isEqualTo(group);
    assertThat(away.last().path("type").asString()).isEqualTo("Like");
    Status disliked = new Status(ada.post("/api/friendica/statuses/" + post.id() + "/dislike"));
    fediverse.settle();
    assertThat(disliked.at("/friendica/disliked").asBoolean()).isTrue();
    assertThat(disliked.at("/favourited").asBoolean()).isFalse();
    assertVotes(post, 0, 1);
    assertThat(away.received()).endsWith("Like", "Undo", "Dislike");
    assertThat(home.received()).endsWith("Like", "Undo", "Dislike");
    // It comes back to us from the community, and counts once.
    announce(group, home.last());
    assertVotes(post, 0, 1);
    ada.post("/api/friendica/statuses/" + post.id() + "/undislike");
    fediverse.settle();
    assertThat(away.last().at("/object/type").asString()).isEqualTo("Dislike");
    assertVotes(post, 0, 0);
  }
}
