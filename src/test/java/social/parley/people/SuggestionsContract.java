package social.parley.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.actors.ProfileEdit;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.follows.FollowOptions;
import social.parley.people.Suggestion.Reason;
import social.parley.posts.Draft;
import social.parley.posts.Network;
import social.parley.posts.Post;
import social.parley.posts.Town;
import social.parley.storage.Database;

/** Suggestions and the directory, on either database. */
abstract class SuggestionsContract {
  @TempDir Path files;
  private final TestClock clock = new TestClock();
  private Town town;
  private Suggestions suggestions;
  private Directory directory;
  private Actor ada;
  private Actor bob;
  private Actor eve;

  abstract Database open();

  @BeforeEach
  void build() {
    town = new Town("alpha.test", new Network(), open(), clock, files);
    suggestions = suggestions();
    directory = new Directory(town.database, clock);
    ada = person("ada");
    bob = person("bob");
    eve = person("eve");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Suggestions suggestions(String... featured) {
    return new Suggestions(town.database, clock, town.actors, List.of(featured));
  }

  private Actor person(String name) {
    clock.advance(Duration.ofSeconds(1));
    return town.person(name);
  }

  private void follow(Actor one, Actor other) {
    town.follows.follow(one.id(), other.id(), FollowOptions.USUAL);
  }

  private List<ActorId> suggested(Actor to) {
    return suggestions.of(to.id(), 0, 20).stream().map(Suggestion::actor).toList();
  }

  private List<ActorId> listed(Actor reader, Directory.Order order) {
    return directory.page(reader == null ? null : reader.id(), order, true, 0, 20);
  }

  private void shy(Actor actor) {
    town.database.run(
        tx -> town.actors.edit(tx, actor.id(), new ProfileEdit().discoverable(false)));
  }

  @Test
  void friendsOfFriendsComeFirst() {
    Actor mary = person("mary");
    Actor fan = person("fan");
    follow(ada, bob);
    follow(bob, eve);
    follow(fan, mary);
    follow(fan, bob);
    List<Suggestion> found = suggestions.of(ada.id(), 0, 20);
    assertThat(found).extracting(Suggestion::actor).containsExactly(eve.id(), mary.id());
    assertThat(found.getFirst().reasons())
        .containsExactly(Reason.FRIENDS_OF_FRIENDS, Reason.MOST_FOLLOWED);
    assertThat(found.getLast().reasons()).containsExactly(Reason.MOST_FOLLOWED);
    assertThat(suggestions.of(ada.id(), 1, 20))
        .extracting(Suggestion::actor)
        .containsExactly(mary.id());
  }

  @Test
  void thePickOfTheStaffComesFirst() {
    follow(ada, bob);
    follow(bob, eve);
    Actor mary = person("mary");
    suggestions = suggestions("nobody", "mary", "not a name@", "bob");
    List<Suggestion> found = suggestions.of(ada.id(), 0, 20);
    assertThat(found).extracting(Suggestion::actor).containsExactly(mary.id(), eve.id());
    assertThat(found.getFirst().reasons()).containsExactly(Reason.FEATURED);
  }

  @Test
  void peopleOfTheSameTasteKnowWhomToFollow() {
    Actor mary = person("mary");
    Actor rare = person("rare");
    for (String name : List.of("fan", "friend")) {
      Actor other = person(name);
      follow(other, bob);
      follow(other, mary);
    }
    follow(eve, bob);
    follow(eve, rare);
    follow(ada, bob);
    assertThat(reasons(ada, mary))
        .containsExactly(Reason.SIMILAR_TO_RECENTLY_FOLLOWED, Reason.MOST_FOLLOWED);
    assertThat(reasons(ada, rare))
        .as("one alone is no taste")
        .containsExactly(Reason.MOST_FOLLOWED);
  }

  @Test
  void whoIsTalkedWithIsSuggestedForAWhile() {
    Post question = town.say(eve, "What do you think?");
    town.say(Draft.of(bob.id(), "A lot").inReplyTo(question.id()));
    assertThat(reasons(ada, eve)).containsExactly(Reason.MOST_INTERACTIONS);
    assertThat(suggested(ada)).containsExactly(eve.id());
    clock.advance(Duration.ofDays(8));
    assertThat(suggested(ada)).isEmpty();
  }

  private List<Reason> reasons(Actor to, Actor of) {
    return suggestions.of(to.id(), 0, 20).stream()
        .filter(one -> one.actor().equals(of.id()))
        .findFirst()
        .orElseThrow()
        .reasons();
  }

  @Test
  void nobodyIsSuggestedAgainstTheirWillOrTheReaders() {
    follow(ada, bob);
    follow(bob, eve);
    assertThat(suggested(ada)).containsExactly(eve.id());
    suggestions.dismiss(ada.id(), eve.id());
    assertThat(suggested(ada)).isEmpty();
    assertThatThrownBy(() -> suggestions.dismiss(ada.id(), new ActorId(7)))
        .isInstanceOf(Refused.NotFound.class);
    Actor mary = person("mary");
    follow(bob, mary);
    assertThat(suggested(ada)).containsExactly(mary.id());
    town.blocks.mute(ada.id(), mary.id(), true, null);
    assertThat(suggested(ada)).isEmpty();
    town.blocks.unmute(ada.id(), mary.id());
    town.blocks.block(mary.id(), ada.id());
    assertThat(suggested(ada)).isEmpty();
    town.blocks.unblock(mary.id(), ada.id());
    shy(mary);
    assertThat(suggested(ada)).isEmpty();
  }

  @Test
  void whoHidesWhomTheyFollowGivesNobodyAway() {
    follow(ada, bob);
    follow(bob, eve);
    town.database.run(
        tx -> town.actors.edit(tx, bob.id(), new ProfileEdit().hideCollections(true)));
    assertThat(suggestions.of(ada.id(), 0, 20).getFirst().reasons())
        .containsExactly(Reason.MOST_FOLLOWED);
  }

  @Test
  void theDirectoryListsWhoWantsToBeFound() {
    assertThat(listed(null, Directory.Order.NEW)).containsExactly(eve.id(), bob.id(), ada.id());
    clock.advance(Duration.ofHours(1));
    town.say(bob, "Here I am");
    assertThat(listed(null, Directory.Order.ACTIVE).getFirst()).isEqualTo(bob.id());
    shy(eve);
    town.blocks.block(bob.id(), ada.id());
    assertThat(listed(ada, Directory.Order.NEW)).containsExactly(ada.id());
    assertThat(directory.page(null, Directory.Order.NEW, false, 1, 20)).containsExactly(ada.id());
  }
}
