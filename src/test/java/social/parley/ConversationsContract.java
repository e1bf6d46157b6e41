package social.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.actors.ActorKind;
import social.parley.actors.NewActor;
import social.parley.conversations.Conversation;
import social.parley.conversations.Conversations;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.posts.Draft;
import social.parley.posts.Post;
import social.parley.posts.Reach;

/** What conversations promise on every database. */
abstract class ConversationsContract {
  private Village village;
  private Conversations conversations;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;

  abstract Village open();

  @BeforeEach
  void settle() {
    village = open();
    conversations = village.features().feeds().conversations();
    ada = village.person("ada");
    ben = village.person("ben");
    cleo = village.person("cleo");
  }

  @AfterEach
  void leave() {
    village.close();
  }

  private Post letter(ActorId from, String text) {
    return village.publish(Draft.of(from, text).withReach(Reach.MENTIONED));
  }

  private Post answer(ActorId from, Post to, String text) {
    return village.publish(Draft.of(from, text).withReach(Reach.MENTIONED).inReplyTo(to.id()));
  }

  private List<Conversation> of(ActorId owner) {
    return conversations.page(owner, Cursor.first(20)).items();
  }

  private List<PostId> letters(ActorId owner) {
    return conversations.letters(owner, Cursor.first(20)).items().stream().map(Post::id).toList();
  }

  @Test
  void aThreadOfLettersIsOneConversationForEachOfThem() {
    Post first = letter(ada, "@ben hello");
    assertThat(of(ada)).hasSize(1);
    assertThat(of(ada).getFirst().unread()).isFalse();
    assertThat(of(ben).getFirst().unread()).isTrue();
    assertThat(of(ben).getFirst().participants()).containsExactly(ada);
    Post second = answer(ben, first, "@ada hello yourself");
    assertThat(of(ben)).hasSize(1);
    assertThat(of(ben).getFirst().unread()).isFalse();
    assertThat(of(ada).getFirst().unread()).isTrue();
    assertThat(of(ada).getFirst().lastPost()).isEqualTo(second.id());
    assertThat(letters(ada)).containsExactly(second.id(), first.id());
    village.post(ben, "@ada in public");
    assertThat(letters(ada)).hasSize(2);
    assertThat(of(cleo)).isEmpty();
    assertThatThrownBy(() -> conversations.find(cleo, of(ada).getFirst().id()))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void anotherCircleInTheSameThreadIsAnotherConversation() {
    Post first = letter(ada, "@ben hello");
    answer(ben, first, "@ada and @cleo too");
    assertThat(of(ada)).hasSize(2);
    assertThat(of(ada).getFirst().participants()).containsExactlyInAnyOrder(ben, cleo);
    assertThat(of(cleo)).hasSize(1);
    Post alone = letter(ada, "a note to myself");
    assertThat(of(ada).getFirst().participants()).isEmpty();
    assertThat(of(ada).getFirst().lastPost()).isEqualTo(alone.id());
  }

  @Test
  void conversationsAreReadPutAwayAndComeBack() {
    Post first = letter(ada, "@ben hello");
    long id = of(ben).getFirst().id();
    assertThat(conversations.mark(ben, id, false).unread()).isFalse();
    assertThat(conversations.mark(ben, id, true).unread()).isTrue();
    assertThat(conversations.markAllRead(ben)).extracting(Conversation::id).containsExactly(id);
    assertThat(conversations.markAllRead(ben)).isEmpty();
    assertThatThrownBy(() -> conversations.mark(ada, id, true))
        .isInstanceOf(Refused.NotFound.class);
    conversations.putAway(ben, id);
    assertThat(of(ben)).isEmpty();
    assertThat(of(ada)).hasSize(1);
    assertThat(letters(ben)).containsExactly(first.id());
    Post second = answer(ada, first, "@ben still there?");
    assertThat(of(ben).getFirst().lastPost()).isEqualTo(second.id());
    assertThat(conversations.posts(ben, id, Cursor.first(5)).items())
        .extracting(Post::id)
        .containsExactly(second.id(), first.id());
  }

  @Test
  void aCrowdHasNoConversation() {
    NewActor one = village.features().actors().prepare("one", ActorKind.PERSON, "one");
    StringBuilder names = new StringBuilder();
    village
        .server
        .plumbing()
        .database()
        .run(tx -> {
          for (int i = 0; i < 100; i++) {
            NewActor next = new NewActor("m" + i, one.kind(), "many", one.rsa(), one.ed25519());
            village.features().actors().create(tx, next);
            if (i > 0) names.append("@m").append(i).append(' ');
          }
        });
    letter(ada, names.toString());
    assertThat(of(ada)).hasSize(1);
    letter(ada, names + "@m0");
    assertThat(of(ada)).hasSize(1);
  }

  @Test
  void aDeletedLetterGivesWayToTheOneBefore() {
    Post first = letter(ada, "@ben hello");
    Post second = answer(ada, first, "@ben one more");
    village.features().posts().delete(ada, second.id());
    assertThat(of(ben).getFirst().lastPost()).isEqualTo(first.id());
    village.features().posts().delete(ada, first.id());
    assertThat(of(ben)).isEmpty();
    assertThat(of(ada)).isEmpty();
    assertThat(letters(ada)).isEmpty();
  }

  @Test
  void unwantedPeopleStartNoConversations() {
    letter(ben, "@ada hello");
    village.features().blocks().mute(ada, cleo, true, null);
    letter(cleo, "@ada psst");
    assertThat(of(ada)).hasSize(1);
    Post thread = letter(ben, "@ada more");
    village.features().posts().muteThread(ada, thread.id());
    conversations.markAllRead(ada);
    answer(ben, thread, "@ada and more");
    assertThat(of(ada)).noneMatch(Conversation::unread);
    village.features().blocks().block(ada, ben);
    assertThat(of(ada)).isEmpty();
  }

  @Test
  void pagesFollowTheLastLetters() {
    for (int i = 0; i < 7; i++) letter(ada, "@ben number " + i);
    Post last = letter(ben, "@ada wait");
    List<PostId> all = letters(ada);
    assertThat(all).hasSize(8).startsWith(last.id());
    var top = conversations.page(ada, Cursor.first(3));
    var next = conversations.page(ada, new Cursor(top.oldest().getAsLong(), null, null, 3));
    assertThat(top.items()).extracting(Conversation::lastPost).isEqualTo(all.subList(0, 3));
    assertThat(next.items()).extracting(Conversation::lastPost).isEqualTo(all.subList(3, 6));
    var back = conversations.page(ada, new Cursor(null, null, next.newest().getAsLong(), 3));
    assertThat(back.items()).isEqualTo(top.items());
  }
}
