package social.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.follows.FollowOptions;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.lists.Replies;
import social.parley.posts.Draft;
import social.parley.posts.Post;
import social.parley.posts.Reach;

/** What lists promise on every database. */
abstract class ListsContract {
  private Village village;
  private Lists lists;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;

  abstract Village open();

  @BeforeEach
  void settle() {
    village = open();
    lists = village.features().feeds().lists();
    ada = village.person("ada");
    ben = village.person("ben");
    cleo = village.person("cleo");
    follow(ada, ben);
    follow(ada, cleo);
  }

  @AfterEach
  void leave() {
    village.close();
  }

  private void follow(ActorId follower, ActorId followed) {
    village.features().follows().follow(follower, followed, FollowOptions.USUAL);
  }

  private PersonalList list(Replies replies, boolean exclusive, ActorId... members) {
    PersonalList list = lists.create(ada, "Friends", replies, exclusive);
    lists.join(ada, list.id(), List.of(members));
    return list;
  }

  private List<PostId> read(PersonalList list) {
    return village.features().timelines().list(ada, list.id(), Cursor.first(20)).items().stream()
        .map(Post::id)
        .toList();
  }

  @Test
  void aListHoldsWhatItsMembersWroteAndWrite() {
    Post before = village.post(ben, "before");
    PersonalList list = list(Replies.LIST, false, ben);
    village.post(cleo, "not on the list");
    Post after = village.post(ben, "after");
    assertThat(read(list)).containsExactly(after.id(), before.id());
    lists.leave(ada, list.id(), List.of(ben));
    assertThat(read(list)).isEmpty();
    lists.join(ada, list.id(), List.of(ben));
    assertThat(read(list)).containsExactly(after.id(), before.id());
    village.features().posts().delete(ben, after.id());
    assertThat(read(list)).containsExactly(before.id());
  }

  @Test
  void onlyWhomOneFollowsMayJoinAndOnlyOnce() {
    ActorId dora = village.person("dora");
    PersonalList list = list(Replies.LIST, false, ben, ada);
    assertThatThrownBy(() -> lists.join(ada, list.id(), List.of(dora)))
        .isInstanceOf(Refused.NotFound.class);
    assertThatThrownBy(() -> lists.join(ada, list.id(), List.of(ben)))
        .isInstanceOf(Refused.Invalid.class)
        .hasMessage("has already been taken");
    assertThatThrownBy(() -> lists.own(ben, list.id())).isInstanceOf(Refused.NotFound.class);
    Post own = village.post(ada, "I am on it too");
    assertThat(read(list)).containsExactly(own.id());
    assertThat(lists.holding(ada, ben)).containsExactly(list);
    village.features().follows().unfollow(ada, ben);
    assertThat(lists.members(ada, list.id())).containsExactly(ada);
    assertThat(lists.holding(ada, ben)).isEmpty();
  }

  @Test
  void eachListHasItsOwnChoiceOfReplies() {
    ActorId dora = village.person("dora");
    PersonalList followed = list(Replies.FOLLOWED, false, ben);
    PersonalList members = list(Replies.LIST, false, ben, ada);
    PersonalList none = list(Replies.NONE, false, ben);
    Post toCleo = answer(ben, village.post(cleo, "one"));
    Post toDora = answer(ben, village.post(dora, "two"));
    Post question = village.post(ada, "three");
    Post toAda = answer(ben, question);
    Post alone = village.post(ben, "four");
    Post toSelf = answer(ben, alone);
    assertThat(read(followed))
        .containsExactly(toSelf.id(), alone.id(), toAda.id(), toCleo.id())
        .doesNotContain(toDora.id());
    assertThat(read(members)).containsExactly(toSelf.id(), alone.id(), toAda.id(), question.id());
    assertThat(read(none)).containsExactly(toSelf.id(), alone.id(), toAda.id());
    lists.change(ada, none.id(), null, Replies.FOLLOWED, null);
    assertThat(read(none)).containsExactlyElementsOf(read(followed));
  }

  private Post answer(ActorId who, Post to) {
    return village.publish(Draft.of(who, "an answer").inReplyTo(to.id()));
  }

  @Test
  void anExclusiveListKeepsItsMembersOffTheHome() {
    Post before = village.post(ben, "before");
    assertThat(village.home(ada)).containsExactly(before.id());
    PersonalList list = list(Replies.LIST, true, ben);
    Post after = village.post(ben, "after");
    assertThat(village.home(ada)).isEmpty();
    assertThat(read(list)).containsExactly(after.id(), before.id());
    lists.change(ada, list.id(), null, null, false);
    assertThat(village.home(ada)).containsExactly(after.id(), before.id());
    lists.change(ada, list.id(), null, null, true);
    assertThat(village.home(ada)).isEmpty();
    lists.delete(ada, list.id());
    assertThat(village.home(ada)).containsExactly(after.id(), before.id());
    assertThatThrownBy(() -> read(list)).isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void boostsAndLettersReachListsAsTheyReachHomes() {
    PersonalList list = list(Replies.LIST, false, ben, cleo);
    ActorId dora = village.person("dora");
    Post original = village.post(dora, "worth passing on");
    Post boost = village.features().posts().boost(ben, original.id(), Reach.PUBLIC);
    village.features().posts().boost(cleo, original.id(), Reach.PUBLIC);
    village.publish(Draft.of(ben, "@dora psst").withReach(Reach.MENTIONED));
    Post letter = village.publish(Draft.of(ben, "@ada psst").withReach(Reach.MENTIONED));
    assertThat(read(list)).containsExactly(letter.id(), boost.id());
    village.features().follows().follow(ada, ben, new FollowOptions(false, false, List.of()));
    Post another = village.post(dora, "another");
    village.features().posts().boost(ben, another.id(), Reach.PUBLIC);
    assertThat(read(list)).hasSize(2);
  }

  @Test
  void whomOneMutesOrBlocksIsNowhere() {
    PersonalList list = list(Replies.FOLLOWED, false, ben, cleo);
    Post kept = village.post(ben, "kept");
    village.post(cleo, "gone");
    village.publish(Draft.of(ben, "do you know @cleo?"));
    village.features().posts().boost(ben, village.post(cleo, "boosted").id(), Reach.PUBLIC);
    village.features().blocks().mute(ada, cleo, true, null);
    assertThat(read(list)).containsExactly(kept.id());
    assertThat(village.home(ada)).containsExactly(kept.id());
    village.post(cleo, "later");
    village.publish(Draft.of(ben, "once more @cleo"));
    assertThat(read(list)).containsExactly(kept.id());
    assertThat(village.home(ada)).containsExactly(kept.id());
    village.features().blocks().block(ada, ben);
    assertThat(read(list)).isEmpty();
  }
}
