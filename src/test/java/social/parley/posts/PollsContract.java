package social.parley.posts;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.storage.Database;

/** Asking and voting between two servers, on either database. */
abstract class PollsContract {
  @TempDir Path media;
  private final TestClock clock = new TestClock();
  private final Network network = new Network();
  private Town alpha;
  private Town beta;
  private Actor ada;
  private Actor bob;

  abstract Database open(String name);

  @BeforeEach
  void build() {
    alpha = new Town("alpha.test", network, open("alpha"), clock, media);
    beta = new Town("beta.test", network, open("beta"), clock, media);
    ada = alpha.person("ada");
    bob = beta.person("bob");
    beta.follow(bob, ada);
  }

  @AfterEach
  void close() {
    alpha.close();
    beta.close();
  }

  private Post ask(boolean multiple, boolean hidden) {
    return alpha.say(
        Draft.of(ada.id(), "Tea or coffee?")
            .withPoll(
                new PollDraft(List.of("Tea", "Coffee"), multiple, hidden, Duration.ofHours(1))));
  }

  private void later(Duration duration) {
    clock.advance(duration);
    network.settle();
  }

  private List<Long> counts(Town town, PostId post) {
    return town.poll(post).options().stream().map(Poll.Option::votes).toList();
  }

  @Test
  void votesTravelAndCountsComeBack() {
    Post asked = ask(false, false);
    Post copy = beta.copy(asked);
    assertThat(copy.hasPoll()).isTrue();
    assertThat(beta.poll(copy.id()).expiresAt()).isEqualTo(alpha.poll(asked.id()).expiresAt());
    Actor carol = beta.person("carol");
    Poll after = beta.posts.vote(bob.id(), copy.id(), List.of(1));
    assertThat(after.votes()).isEqualTo(1);
    beta.posts.vote(carol.id(), copy.id(), List.of(1));
    network.settle();
    assertThat(counts(alpha, asked.id())).containsExactly(0L, 2L);
    assertThat(alpha.poll(asked.id()).voters()).isEqualTo(2);
    Actor alan = alpha.person("alan");
    alpha.posts.vote(alan.id(), asked.id(), List.of(0));
    later(Duration.ofMinutes(5));
    assertThat(counts(beta, copy.id())).containsExactly(1L, 2L);
    assertThat(beta.posts.history(null, copy.id())).hasSize(1);
  }

  @Test
  void everybodyVotesOnce() {
    Post asked = ask(false, false);
    Actor alan = alpha.person("alan");
    alpha.posts.vote(alan.id(), asked.id(), List.of(0));
    assertThatThrownBy(() -> alpha.posts.vote(alan.id(), asked.id(), List.of(1)))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> alpha.posts.vote(ada.id(), asked.id(), List.of(1)))
        .isInstanceOf(Refused.Invalid.class);
    Actor anna = alpha.person("anna");
    for (List<Integer> wrong : List.of(List.<Integer>of(), List.of(2), List.of(-1), List.of(0, 1)))
      assertThatThrownBy(() -> alpha.posts.vote(anna.id(), asked.id(), wrong))
          .isInstanceOf(Refused.Invalid.class);
    assertThat(counts(alpha, asked.id())).containsExactly(1L, 0L);
  }

  @Test
  void severalChoicesCountAsOneVoter() {
    Post asked = ask(true, false);
    beta.posts.vote(bob.id(), beta.copy(asked).id(), List.of(0, 1));
    network.settle();
    assertThat(counts(alpha, asked.id())).containsExactly(1L, 1L);
    assertThat(alpha.poll(asked.id()).voters()).isEqualTo(1);
  }

  @Test
  void anArrayOfVotesCounts() {
    Post asked = ask(true, false);
    alpha.receive(
        """
        {"@context":"https://www.w3.org/ns/activitystreams","type":"Create",
         "id":"http://beta.test/votes/1/activity","actor":"%1$s","to":"%2$s","object":[
          {"type":"Note","id":"http://beta.test/votes/1","name":"Tea","attributedTo":"%1$s",
           "inReplyTo":"%3$s","to":"%2$s"},
          {"type":"Note","id":"http://beta.test/votes/2","name":"Coffee","attributedTo":"%1$s",
           "inReplyTo":"%3$s","to":"%2$s"}]}\
        """
            .formatted(bob.iri(), ada.iri(), asked.iri())
            .getBytes(UTF_8));
    assertThat(counts(alpha, asked.id())).containsExactly(1L, 1L);
  }

  @Test
  void aPollEndsOnceAndTellsThoseConcerned() {
    Post asked = ask(false, true);
    Post copy = beta.copy(asked);
    beta.posts.vote(bob.id(), copy.id(), List.of(0));
    network.settle();
    assertThat(alpha.sent).noneMatch(letter -> letter.contains("\"totalItems\":1"));
    later(Duration.ofHours(2));
    assertThat(alpha.poll(asked.id()).ended()).isTrue();
    assertThat(beta.poll(copy.id()).ended()).isTrue();
    assertThat(counts(beta, copy.id())).containsExactly(1L, 0L);
    assertThat(ends(alpha)).hasSize(1).first().satisfies(this::concernsAda);
    assertThat(ends(beta)).hasSize(1).first().satisfies(this::concernsBob);
    assertThatThrownBy(() -> beta.posts.vote(bob.id(), copy.id(), List.of(1)))
        .isInstanceOf(Refused.Invalid.class);
  }

  private static List<PollEnded> ends(Town town) {
    return town.announced.stream()
        .filter(PollEnded.class::isInstance)
        .map(PollEnded.class::cast)
        .toList();
  }

  private void concernsAda(PollEnded ended) {
    assertThat(ended.concerned()).containsExactly(ada.id());
  }

  private void concernsBob(PollEnded ended) {
    assertThat(ended.concerned()).containsExactly(bob.id());
  }

  @Test
  void anotherQuestionStartsFromZero() {
    Post asked = ask(false, false);
    Actor alan = alpha.person("alan");
    alpha.posts.vote(alan.id(), asked.id(), List.of(0));
    PollDraft other = new PollDraft(List.of("Tea", "Cocoa"), false, false, Duration.ofHours(1));
    clock.advance(Duration.ofMinutes(2));
    alpha.posts.edit(
        ada.id(),
        asked.id(),
        new Edit("Tea or cocoa?", null, null, null, null, null, List.of(), other));
    network.settle();
    assertThat(counts(alpha, asked.id())).containsExactly(0L, 0L);
    assertThat(beta.poll(beta.copy(asked).id()).options())
        .extracting(Poll.Option::title)
        .containsExactly("Tea", "Cocoa");
    assertThat(alpha.posts.history(null, asked.id()).getFirst().options())
        .containsExactly("Tea", "Coffee");
  }

  @Test
  void oddPollsAreRefused() {
    for (List<String> options :
        List.of(
            List.of("One"), List.of("A", "A"), List.of("A", " "), List.of("A", "x".repeat(101))))
      assertThatThrownBy(() ->
              alpha.say(
                  Draft.of(ada.id(), "?")
                      .withPoll(new PollDraft(options, false, false, Duration.ofHours(1)))))
          .isInstanceOf(Refused.Invalid.class);
  }
}
