package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Votes for and against posts, by people alone and through a community that Ada follows, and words
 * on coming to events.
 */
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

  private ObjectNode event(String joining) {
    ObjectNode event =
        away.note(path("events"), friend, "Bring beans")
            .put("type", "Event")
            .put("name", "Party")
            .put("startTime", fediverse.clock().instant().plus(Duration.ofDays(7)).toString());
    return joining.isEmpty() ? event : event.put("joinMode", joining);
  }

  private Status known(ObjectNode event) {
    away.send(alpha, away.create(event));
    fediverse.settle();
    return ada.find(event.path("id").asString(), false).orElseThrow();
  }

  private String state(Status event) {
    return ada.view(event).at("/pleroma/event/join_state").asString("none");
  }

  private JsonNode does(String deed, Status event) {
    JsonNode answer = ada.post("/api/v1/pleroma/events/" + event.id() + "/" + deed);
    fediverse.settle();
    return answer;
  }

  private List<String> guests(Status event) {
    return ada.get("/api/v1/pleroma/events/" + event.id() + "/participations")
        .valueStream()
        .map(one -> one.path("username").asString())
        .toList();
  }

  private void says(Outsider site, String by, String type, Object object) {
    site.send(alpha, site.activity(type, path("words"), by, object));
    fediverse.settle();
  }

  @Test
  void whoAsksToComeWaitsForAnAnswer() {
    Status event = known(event("restricted"));
    assertThat(event.at("/pleroma/event/name").asString()).isEqualTo("Party");
    assertThat(state(event)).isEqualTo("none");
    assertThat(does("join", event).at("/pleroma/event/join_state").asString()).isEqualTo("pending");
    ObjectNode join = (ObjectNode) away.last();
    assertThat(join.path("type").asString()).isEqualTo("Join");
    assertThat(join.path("object").asString()).isEqualTo(event.uri());
    does("join", event);
    assertThat(away.last()).as("once").isEqualTo(join);
    says(home, group, "Accept", join.path("id").asString());
    assertThat(state(event)).as("that is not for others to say").isEqualTo("pending");
    says(away, friend, "Accept", join);
    assertThat(state(event)).isEqualTo("accept");
    assertThat(guests(event)).containsExactly("ada");
    assertThat(ada.get("/api/v1/pleroma/events/joined_events").at("/0/id").asString())
        .isEqualTo(event.id());
    does("leave", event);
    assertThat(away.last().path("type").asString()).isEqualTo("Leave");
    assertThat(away.last().path("object").asString()).isEqualTo(event.uri());
    says(away, friend, "Accept", join);
    assertThat(state(event)).isEqualTo("none");
    assertThat(guests(event)).isEmpty();
  }

  @Test
  void whoIsNotLetInIsToldSo() {
    Status event = known(event("restricted"));
    does("join", event);
    String join = away.last().path("id").asString();
    says(away, friend, "Reject", join);
    assertThat(state(event)).isEqualTo("reject");
    assertThat(guests(event)).isEmpty();
    does("leave", event);
    assertThat(away.received().getLast()).as("there is nothing to leave").isEqualTo("Join");
    assertThat(state(event)).isEqualTo("none");
  }

  @Test
  void anEventThatAsksNothingIsAccepted() {
    Status event = known(event(""));
    assertThat(does("join", event).at("/pleroma/event/join_state").asString()).isEqualTo("accept");
    assertThat(away.last().path("type").asString()).isEqualTo("Accept");
    assertThat(away.last().path("object").asString()).isEqualTo(event.uri());
    does("leave", event);
    assertThat(away.last().path("type").asString()).isEqualTo("Undo");
    assertThat(away.last().at("/object/type").asString()).isEqualTo("Accept");
    assertThat(state(event)).isEqualTo("none");
  }

  @Test
  void othersSayWhetherTheyCome() {
    Status event = known(event(""));
    says(home, other, "Accept", event.uri());
    assertThat(guests(event)).containsExactly("dogs");
    says(home, other, "TentativeAccept", event.uri());
    assertThat(guests(event)).isEmpty();
    says(home, other, "Accept", event.uri());
    says(home, other, "Reject", event.uri());
    assertThat(guests(event)).isEmpty();
    ObjectNode accept = home.activity("Accept", path("words"), other, event.uri());
    home.send(alpha, accept);
    fediverse.settle();
    assertThat(guests(event)).containsExactly("dogs");
    says(home, other, "Undo", accept.path("id").asString());
    assertThat(guests(event)).isEmpty();
    ObjectNode join = home.activity("Join", path("words"), other, event.uri());
    home.send(alpha, join);
    fediverse.settle();
    assertThat(guests(event)).as("nobody has let them in").isEmpty();
    says(away, friend, "Accept", join);
    assertThat(guests(event)).containsExactly("dogs");
    says(home, other, "Leave", event.uri());
    assertThat(guests(event)).isEmpty();
  }

  @Test
  void nobodyComesToWhatIsOverOrElsewhere() {
    Status elsewhere = known(event("external"));
    Status cancelled = known(event("free").put("ical:status", "CANCELLED"));
    Status over = known(event("free").put("startTime", "2020-01-01T10:00:00Z"));
    Status none = known(away.note(path("notes"), friend, "No event"));
    for (Status one : List.of(elsewhere, cancelled, over, none))
      assertThat(ada.tries("/api/v1/pleroma/events/" + one.id() + "/join")).isEqualTo(422);
    String open = "/api/v1/pleroma/events/" + known(event("free")).id() + "/join";
    assertThat(ada.tries(open, "participation_message", "Hello")).isEqualTo(501);
    assertThat(ada.tries(open)).isEqualTo(200);
  }

  private ObjectNode pollVote(Outsider site, String by, Status poll, String choice) {
    return site.activity("PollVote", path("votes"), by, poll.uri()).put("choice_text", choice);
  }

  private String count(Status poll, int option) {
    return ada.view(poll).at("/poll/options/" + option + "/votes_count").asString();
  }

  @Test
  void aVoteInAPollMayBeAnActivityOfItsOwn() {
    Status poll =
        ada.write(
            "@cats@" + home.authority() + " Cats?",
            "poll[options][]",
            "Yes",
            "poll[options][]",
            "No",
            "poll[expires_in]",
            "3600");
    fediverse.settle();
    away.send(alpha, pollVote(away, friend, poll, "Yes"));
    away.send(alpha, pollVote(away, friend, poll, "No"));
    away.send(alpha, pollVote(away, author, poll, "Perhaps"));
    fediverse.settle();
    assertThat(count(poll, 0)).isEqualTo("1");
    String voter = home.actor("voter");
    announce(group, pollVote(home, voter, poll, "No"));
    announce(group, pollVote(home, voter, poll, "No"));
    announce(other, pollVote(home, home.actor("stranger"), poll, "No"));
    announce(group, pollVote(away, away.actor("nobody"), poll, "No"));
    assertThat(count(poll, 0)).isEqualTo("1");
    assertThat(count(poll, 1)).as("the group speaks for those at home").isEqualTo("1");
  }
}
