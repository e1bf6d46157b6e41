package social.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.actors.Actor;
import social.parley.actors.ProfileEdit;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.follows.Follow;
import social.parley.follows.FollowOptions;
import social.parley.follows.Relationship;
import social.parley.posts.Draft;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.profiles.ProfileChange;
import social.parley.profiles.Profiles;
import social.parley.timelines.AccountFilter;
import social.parley.timelines.PublicFilter;
import social.parley.timelines.TagFilter;

/** What follows, homes, timelines and notifications promise on every database. */
abstract class VillageContract {
  private Village village;
  private ActorId ada;
  private ActorId ben;
  private ActorId cleo;

  abstract Village open();

  @BeforeEach
  void settle() {
    village = open();
    ada = village.person("ada");
    ben = village.person("ben");
    cleo = village.person("cleo");
  }

  @AfterEach
  void leave() {
    village.close();
  }

  @Test
  void aFollowIsCountedAndToldOnce() {
    follow(ada, ben);
    follow(ada, ben);
    assertThat(village.actor(ada).followingCount()).isEqualTo(1);
    assertThat(village.actor(ben).followersCount()).isEqualTo(1);
    assertThat(relationship(ada, ben).following()).isTrue();
    assertThat(relationship(ben, ada).followedBy()).isTrue();
    assertThat(village.told(ben)).containsExactly("FOLLOW ada");
    village.features().follows().unfollow(ada, ben);
    village.features().follows().unfollow(ada, ben);
    assertThat(village.actor(ben).followersCount()).isZero();
    assertThat(relationship(ada, ben).following()).isFalse();
  }

  @Test
  void aFollowThatComesBackIsKnownAtOnce() {
    follow(ada, ben);
    var database = village.server.plumbing().database();
    var follows = village.features().follows();
    Follow former = database.read(db -> follows.involving(db, ada)).getFirst();
    follows.unfollow(ada, ben);
    assertThat(village.features().circles().of(ada).follows(ben)).isFalse();
    database.run(tx -> follows.mend(tx, former));
    assertThat(village.features().circles().of(ada).follows(ben)).isTrue();
  }

  @Test
  void nobodyFollowsThemselvesOrAcrossABlock() {
    assertThatThrownBy(() -> follow(ada, ada)).isInstanceOf(Refused.Forbidden.class);
    village.features().blocks().block(ben, ada);
    assertThatThrownBy(() -> follow(ada, ben)).isInstanceOf(Refused.Forbidden.class);
    assertThatThrownBy(() -> follow(ben, ada)).isInstanceOf(Refused.Forbidden.class);
  }

  @Test
  void aLockedActorIsAskedFirst() {
    lock(ben);
    follow(ada, ben);
    assertThat(relationship(ada, ben).requested()).isTrue();
    assertThat(village.actor(ben).followersCount()).isZero();
    assertThat(village.told(ben)).containsExactly("FOLLOW_REQUEST ada");
    Post secret = village.publish(Draft.of(ben, "for friends").withReach(Reach.FOLLOWERS));
    assertThat(village.home(ada)).isEmpty();
    village.features().follows().acceptRequest(ben, ada);
    assertThat(relationship(ada, ben).following()).isTrue();
    assertThat(village.told(ben)).containsExactly("FOLLOW ada");
    assertThat(village.home(ada)).containsExactly(secret.id());
  }

  @Test
  void aRequestIsTurnedDownOrTakenBack() {
    lock(ben);
    follow(ada, ben);
    village.features().follows().rejectRequest(ben, ada);
    assertThat(relationship(ada, ben).requested()).isFalse();
    follow(cleo, ben);
    village.features().follows().unfollow(cleo, ben);
    assertThat(village.told(ben)).isEmpty();
    assertThatThrownBy(() -> village.features().follows().acceptRequest(ben, cleo))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void aBlockEndsFollowsBothWaysAndEmptiesHomes() {
    follow(ada, ben);
    follow(ben, ada);
    village.post(ada, "from ada");
    village.post(ben, "from ben");
    village.features().blocks().block(ben, ada);
    assertThat(relationship(ada, ben).following()).isFalse();
    assertThat(relationship(ben, ada).following()).isFalse();
    assertThat(relationship(ada, ben).blockedBy()).isTrue();
    assertThat(village.home(ada)).hasSize(1);
    assertThat(of(ada, ben)).isEmpty();
    village.features().blocks().unblock(ben, ada);
    assertThat(of(ada, ben)).hasSize(1);
  }

  @Test
  void aMuteEndsByItself() {
    follow(ada, ben);
    village
        .features()
        .blocks()
        .mute(ada, ben, true, village.clock.instant().plus(Duration.ofHours(1)));
    village.publish(Draft.of(ben, "@ada are you there?"));
    assertThat(village.home(ada)).isEmpty();
    assertThat(village.told(ada)).isEmpty();
    assertThat(relationship(ada, ben).muting()).isTrue();
    village.clock.advance(Duration.ofHours(2));
    assertThat(relationship(ada, ben).muting()).isFalse();
    Post later = village.publish(Draft.of(ben, "@ada and now?"));
    assertThat(village.home(ada)).containsExactly(later.id());
    assertThat(village.told(ada)).containsExactly("MENTION ben");
  }

  @Test
  void aNewFollowerFindsTheLatestPostsAndLosesThemOnLeaving() {
    Post first = village.post(ben, "one");
    Post second = village.post(ben, "two");
    follow(ada, ben);
    assertThat(village.home(ada)).containsExactly(second.id(), first.id());
    village.features().follows().unfollow(ada, ben);
    assertThat(village.home(ada)).isEmpty();
  }

  @Test
  void homeHoldsRepliesOnlyBetweenPeopleOneFollows() {
    follow(ada, ben);
    Post start = village.post(cleo, "a question");
    village.publish(Draft.of(ben, "an answer").inReplyTo(start.id()));
    assertThat(village.home(ada)).isEmpty();
    follow(ada, cleo);
    Post other = village.publish(Draft.of(ben, "one more").inReplyTo(start.id()));
    assertThat(village.home(ada)).containsExactly(other.id(), start.id());
  }

  @Test
  void aBoostReachesThoseWhoWantBoostsAndIsNotRepeated() {
    follow(ada, ben);
    Post original = village.post(cleo, "worth passing on");
    Post boost = village.features().posts().boost(ben, original.id(), Reach.PUBLIC);
    assertThat(village.home(ada)).containsExactly(boost.id());
    assertThat(village.told(cleo)).containsExactly("BOOST ben");
    ActorId dora = village.person("dora");
    follow(ada, dora);
    village.clock.advance(Duration.ofMinutes(1));
    village.features().posts().boost(dora, original.id(), Reach.PUBLIC);
    assertThat(village.home(ada)).containsExactly(boost.id());
    village.features().follows().follow(ada, ben, new FollowOptions(false, false, List.of()));
    Post another = village.post(cleo, "another");
    village.features().posts().boost(ben, another.id(), Reach.PUBLIC);
    assertThat(village.home(ada)).containsExactly(boost.id());
  }

  @Test
  void directPostsReachHomesOfThoseAddressedOnly() {
    follow(ada, ben);
    follow(cleo, ben);
    Post direct = village.publish(Draft.of(ben, "@ada psst").withReach(Reach.MENTIONED));
    assertThat(village.home(ada)).containsExactly(direct.id());
    assertThat(village.home(cleo)).isEmpty();
    assertThat(of(cleo, ben)).isEmpty();
    assertThat(of(null, ben)).isEmpty();
  }

  @Test
  void followersWhoAskedAreToldOfEveryPost() {
    village.features().follows().follow(ada, ben, new FollowOptions(true, true, List.of()));
    village.post(ben, "news");
    assertThat(village.told(ada)).containsExactly("POST ben");
  }

  @Test
  void pagesConcatenateToTheWhole() {
    follow(ada, ben);
    List<PostId> all = new ArrayList<>();
    for (int i = 0; i < 45; i++) all.addFirst(village.post(ben, "number " + i).id());
    List<PostId> down = new ArrayList<>();
    Cursor cursor = Cursor.first(7);
    for (Page<Post> page = home(cursor); !page.items().isEmpty(); page = home(cursor)) {
      page.items().forEach(post -> down.add(post.id()));
      cursor = new Cursor(page.oldest().getAsLong(), null, null, 7);
    }
    assertThat(down).isEqualTo(all);
    List<PostId> up = new ArrayList<>();
    cursor = new Cursor(null, null, all.getLast().value(), 7);
    for (Page<Post> page = home(cursor); !page.items().isEmpty(); page = home(cursor)) {
      up.addAll(0, page.items().stream().map(Post::id).toList());
      cursor = new Cursor(null, null, page.newest().getAsLong(), 7);
    }
    assertThat(up).isEqualTo(all.subList(0, 44));
  }

  @Test
  void publicTimelinesHoldOnlyWhatStartsAThreadInPublic() {
    Post open = village.post(ben, "hello #Wood");
    village.publish(Draft.of(ben, "quiet #wood").withReach(Reach.QUIET));
    village.publish(Draft.of(cleo, "a reply #wood").inReplyTo(open.id()));
    village.features().posts().boost(cleo, open.id(), Reach.PUBLIC);
    assertThat(
            ids(
                village
                    .features()
                    .timelines()
                    .everyone(null, PublicFilter.LOCAL, Cursor.first(20))))
        .containsExactly(open.id());
    assertThat(
            ids(
                village
                    .features()
                    .timelines()
                    .tagged(null, TagFilter.of("wood"), Cursor.first(20))))
        .hasSize(2);
    village.features().blocks().block(ada, ben);
    assertThat(
            ids(village.features().timelines().everyone(ada, PublicFilter.ALL, Cursor.first(20))))
        .isEmpty();
  }

  @Test
  void aFavouriteIsToldAndTakenBack() {
    Post post = village.post(ben, "likeable");
    village.features().favourites().favourite(ada, post.id());
    village.features().favourites().favourite(ada, post.id());
    assertThat(village.told(ben)).containsExactly("FAVOURITE ada");
    assertThat(village.features().posts().byId(post.id()).orElseThrow().favourites()).isEqualTo(1);
    village.features().favourites().unfavourite(ada, post.id());
    assertThat(village.told(ben)).isEmpty();
    assertThat(village.features().posts().byId(post.id()).orElseThrow().favourites()).isZero();
  }

  @Test
  void whoIsDeletedLeavesNoPictures() {
    Profiles profiles = village.features().profiles();
    ProfileChange.Picture picture = VillageContract::picture;
    Actor before = profiles.edit(ada, ProfileChange.pictures(picture, picture));
    List<String> keys =
        Stream.of(before.avatar(), before.header()).map(VillageContract::key).toList();
    assertThat(keys).allMatch(key -> village.features().media().byKey(key).isPresent());
    village.server.plumbing().database().run(tx -> profiles.farewell(tx, ada));
    assertThat(keys).allMatch(key -> village.features().media().byKey(key).isEmpty());
  }

  private static InputStream picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
    return new ByteArrayInputStream(png.toByteArray());
  }

  private static String key(@Nullable Iri address) {
    String text = String.valueOf(address);
    return text.substring(text.lastIndexOf('/') + 1);
  }

  private void follow(ActorId follower, ActorId followed) {
    village.features().follows().follow(follower, followed, FollowOptions.USUAL);
  }

  private Relationship relationship(ActorId me, ActorId other) {
    return village.features().relationships().of(me, other);
  }

  private void lock(ActorId actor) {
    village
        .server
        .plumbing()
        .database()
        .run(tx -> village.features().actors().edit(tx, actor, new ProfileEdit().locked(true)));
  }

  private Page<Post> home(Cursor cursor) {
    return village.features().timelines().home(ada, cursor);
  }

  private List<PostId> of(ActorId viewer, ActorId author) {
    return ids(
        village.features().timelines().of(viewer, author, AccountFilter.ALL, Cursor.first(20)));
  }

  private static List<PostId> ids(Page<Post> page) {
    return page.items().stream().map(Post::id).toList();
  }
}
