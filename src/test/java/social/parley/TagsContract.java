package social.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Refused;
import social.parley.follows.FollowOptions;
import social.parley.lists.PersonalList;
import social.parley.lists.Replies;
import social.parley.posts.Draft;
import social.parley.posts.Edit;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.tags.FeaturedTag;
import social.parley.tags.TagDay;

/** What followed, counted and shown hashtags promise on every database. */
abstract class TagsContract {
  private Village village;
  private Tagging tags;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;

  abstract Village open();

  @BeforeEach
  void settle() {
    village = open();
    tags = village.features().tagging();
    ada = village.person("ada");
    ben = village.person("ben");
    cleo = village.person("cleo");
  }

  @AfterEach
  void leave() {
    village.close();
  }

  @Test
  void publicPostsWithAFollowedTagComeHomeOnce() {
    tags.follows().follow(ada, "wood");
    tags.follows().follow(ada, "oak");
    Post both = village.post(ben, "#Wood and #oak");
    Post answer = village.publish(Draft.of(cleo, "nice #wood").inReplyTo(both.id()));
    village.publish(Draft.of(ben, "quiet #wood").withReach(Reach.QUIET));
    village.publish(Draft.of(ben, "for friends #wood").withReach(Reach.FOLLOWERS));
    village.features().posts().boost(cleo, both.id(), Reach.PUBLIC);
    Post own = village.post(ada, "my #wood");
    assertThat(village.home(ada)).containsExactly(own.id(), answer.id(), both.id());
    village.features().follows().follow(ada, cleo, FollowOptions.USUAL);
    village.clock.advance(Duration.ofMinutes(1));
    village.features().posts().unboost(cleo, both.id());
    village.features().posts().boost(cleo, both.id(), Reach.PUBLIC);
    assertThat(village.home(ada)).containsExactly(own.id(), answer.id(), both.id());
    village.features().posts().delete(ben, both.id());
    assertThat(village.home(ada)).containsExactly(own.id(), answer.id());
  }

  @Test
  void followingATagFillsTheHomeAndLeavingItEmptiesIt() {
    Post before = village.post(ben, "some #wood");
    tags.follows().follow(ada, "wood");
    tags.follows().follow(ada, "wood");
    Post after = village.post(ben, "more #wood and #oak");
    tags.follows().follow(ada, "oak");
    assertThat(village.home(ada)).containsExactly(after.id(), before.id());
    assertThat(tags.follows().page(ada, Cursor.first(5)).items()).containsExactly("oak", "wood");
    tags.follows().unfollow(ada, "wood");
    assertThat(village.home(ada)).containsExactly(after.id());
    tags.follows().unfollow(ada, "oak");
    assertThat(village.home(ada)).isEmpty();
  }

  @Test
  void unwantedAuthorsDoNotComeWithATag() {
    tags.follows().follow(ada, "wood");
    village.features().blocks().mute(ada, ben, true, null);
    village.post(ben, "#wood of the muted");
    village.features().blocks().block(cleo, ada);
    village.post(cleo, "#wood of one who blocks");
    assertThat(village.home(ada)).isEmpty();
    ActorId dora = village.person("dora");
    village.features().follows().follow(ada, dora, FollowOptions.USUAL);
    PersonalList list = village.features().feeds().lists().create(ada, "Apart", Replies.LIST, true);
    village.features().feeds().lists().join(ada, list.id(), List.of(dora));
    village.post(dora, "#wood on an exclusive list");
    assertThat(village.home(ada)).isEmpty();
  }

  private List<TagDay> history(String tag) {
    return village
        .server
        .plumbing()
        .database()
        .read(db -> Objects.requireNonNull(tags.summaries().of(db, ada, List.of(tag)).get(tag)))
        .history();
  }

  @Test
  void usesAreCountedByDayAndPerson() {
    village.post(ben, "one #wood");
    Post second = village.post(ben, "two #Wood");
    Post third = village.post(cleo, "three #wood");
    village.publish(Draft.of(ben, "quiet #wood").withReach(Reach.QUIET));
    village.clock.advance(Duration.ofDays(1));
    village.post(ben, "tomorrow #wood");
    assertThat(history("wood")).hasSize(7);
    assertThat(history("wood").get(0)).extracting(TagDay::uses, TagDay::accounts).contains(1L, 1L);
    assertThat(history("wood").get(1)).extracting(TagDay::uses, TagDay::accounts).contains(3L, 2L);
    village.features().posts().delete(ben, second.id());
    village.features().posts().delete(cleo, third.id());
    assertThat(history("wood").get(1)).extracting(TagDay::uses, TagDay::accounts).contains(1L, 1L);
    assertThat(history("unknown")).allMatch(day -> day.uses() == 0 && day.accounts() == 0);
  }

  @Test
  void editsChangeWhatIsCounted() {
    village.post(ben, "one #wood");
    Post changed = village.post(ben, "two #wood and #oak");
    village.features().posts().edit(ben, changed.id(), Edit.text("now #oak and #elm"));
    assertThat(history("wood").get(0)).extracting(TagDay::uses, TagDay::accounts).contains(1L, 1L);
    assertThat(history("oak").get(0)).extracting(TagDay::uses, TagDay::accounts).contains(1L, 1L);
    assertThat(history("elm").get(0)).extracting(TagDay::uses, TagDay::accounts).contains(1L, 1L);
    village.features().posts().edit(ben, changed.id(), Edit.text("nothing"));
    village.features().posts().delete(ben, changed.id());
    assertThat(history("wood").get(0)).extracting(TagDay::uses, TagDay::accounts).contains(1L, 1L);
    for (String tag : List.of("oak", "elm"))
      assertThat(history(tag).get(0)).extracting(TagDay::uses, TagDay::accounts).containsOnly(0L);
  }

  @Test
  void shownTagsCountTheOpenPostsOfTheirOwner() {
    village.post(ben, "one #wood");
    village.publish(Draft.of(ben, "secret #wood").withReach(Reach.FOLLOWERS));
    FeaturedTag added = tags.featured().add(ben, "#Wood");
    assertThat(added.name()).isEqualTo("Wood");
    assertThat(added.posts()).isEqualTo(1);
    Post second = village.post(ben, "two #wood and #oak");
    village.post(cleo, "not mine #wood");
    assertThat(tags.featured().of(ben).getFirst().posts()).isEqualTo(2);
    assertThat(tags.featured().of(ben).getFirst().lastAt()).isEqualTo(second.publishedAt());
    assertThat(tags.featured().suggestions(ben)).containsExactly("oak");
    village.features().posts().edit(ben, second.id(), Edit.text("only #oak"));
    assertThat(tags.featured().of(ben).getFirst().posts()).isEqualTo(1);
    assertThat(tags.featured().of(ben).getFirst().lastAt())
        .isEqualTo(village.clock.instant().minusSeconds(3));
    assertThatThrownBy(() -> tags.featured().add(ben, "wood")).isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> tags.featured().add(ben, "1")).isInstanceOf(Refused.Invalid.class);
    tags.featured().feature(ben, "wood");
    tags.featured().remove(ben, added.id());
    assertThat(tags.featured().of(ben)).isEmpty();
    for (int i = 0; i < 10; i++) tags.featured().add(ben, "tag" + i);
    assertThatThrownBy(() -> tags.featured().add(ben, "tag10"))
        .hasMessageContaining("maximum number");
  }
}
