package social.parley.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import social.parley.actors.Actor;
import social.parley.core.Refused;

/** What becomes of threads between two servers, on either database. */
abstract class ThreadsContract extends TwoTowns {
  @Test
  void repliesCountAndMakeThreads() {
    alpha.follow(ada, bob);
    beta.follow(bob, ada);
    Post top = alpha.say(ada, "First");
    Post reply = beta.say(Draft.of(bob.id(), "Second").inReplyTo(beta.copy(top).id()));
    Post third = alpha.say(Draft.of(ada.id(), "Third").inReplyTo(alpha.copy(reply).id()));
    assertThat(alpha.again(top).replies()).isEqualTo(1);
    assertThat(beta.copy(top).replies()).isEqualTo(1);
    assertThat(beta.copy(third).threadRoot()).isEqualTo(beta.copy(top).id());
    Thread thread = beta.posts.context(null, beta.posts.seen(null, reply.id()));
    assertThat(thread.ancestors()).extracting(Post::iri).containsExactly(top.iri());
    assertThat(thread.descendants()).extracting(Post::iri).containsExactly(third.iri());
    assertThat(beta.copy(third).context()).isEqualTo(top.context());
  }

  @Test
  void missingParentsAreFetched() {
    Post top = alpha.say(ada, "Long ago");
    Post reply = alpha.say(Draft.of(ada.id(), "And then").inReplyTo(top.id()));
    Post last = alpha.say(Draft.of(ada.id(), "@bob@beta.test look").inReplyTo(reply.id()));
    Post copy = beta.copy(last);
    assertThat(copy.inReplyTo()).isEqualTo(beta.copy(reply).id());
    assertThat(beta.copy(reply).inReplyTo()).isEqualTo(beta.copy(top).id());
    assertThat(copy.threadRoot()).isEqualTo(beta.copy(top).id());
    assertThat(beta.copy(top).replies()).isEqualTo(1);
  }

  @Test
  void repliesReachTheFollowersOfWhoWasAnswered() {
    Town gamma = new Town("gamma.test", network, open("gamma"), clock, media);
    Actor eve = gamma.person("eve");
    gamma.follow(eve, ada);
    beta.follow(bob, ada);
    Post top = alpha.say(ada, "Ask me");
    Post reply = beta.say(Draft.of(bob.id(), "Why?").inReplyTo(beta.copy(top).id()));
    assertThat(gamma.copy(reply)).isNotNull();
    gamma.close();
    network.towns.remove("gamma.test");
  }

  @Test
  void aMutedThreadStaysMuted() {
    Post top = alpha.say(ada, "Loud");
    Post reply = alpha.say(Draft.of(ada.id(), "Louder").inReplyTo(top.id()));
    alpha.posts.muteThread(ada.id(), reply.id());
    assertThat(mutes(top)).isTrue();
    alpha.posts.unmuteThread(ada.id(), top.id());
    assertThat(mutes(reply)).isFalse();
  }

  private boolean mutes(Post post) {
    return alpha.database.read(db -> alpha.posts.mutesThread(db, ada.id(), post));
  }

  @Test
  void aThreadLeavesOutWhomTheViewerBlocks() {
    Actor alan = alpha.person("alan");
    Post top = alpha.say(ada, "Opinions?");
    alpha.say(Draft.of(alan.id(), "Bad ones").inReplyTo(top.id()));
    Post good = alpha.say(Draft.of(ada.id(), "Good ones").inReplyTo(top.id()));
    alpha.blocks.block(ada.id(), alan.id());
    assertThat(alpha.posts.context(ada.id(), top).descendants())
        .extracting(Post::id)
        .containsExactly(good.id());
    assertThat(alpha.posts.context(null, top).descendants()).hasSize(2);
    assertThatThrownBy(() -> alpha.say(Draft.of(alan.id(), "And").inReplyTo(top.id())))
        .isInstanceOf(Refused.NotFound.class);
  }
}
