package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Following, blocking and muting between two servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FollowingContract {
  private Fediverse fediverse;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Person alpha(String name) {
    return fediverse.person(name, "alpha.test");
  }

  private Person beta(String name) {
    return fediverse.person(name, "beta.test");
  }

  private void follow(Person follower, Person followed) {
    follower.follow(followed);
    fediverse.settle();
    assertThat(follower.is("following", followed)).isTrue();
  }

  @Test
  void anOpenAccountIsFollowedAtOnce() {
    Person ada = alpha("ada");
    Person ben = beta("ben");
    assertThat(ada.follow(ben).path("requested").asBoolean()).isTrue();
    fediverse.settle();
    assertThat(ada.is("following", ben)).isTrue();
    assertThat(ben.is("followed_by", ada)).isTrue();
    assertThat(ben.notifications()).containsExactly("follow ada");
    assertThat(ada.profile(ada).path("following_count").asInt()).isEqualTo(1);
    assertThat(ben.profile(ben).path("followers_count").asInt()).isEqualTo(1);
    ben.write("Good morning");
    fediverse.settle();
    assertThat(ada.homeTexts()).containsExactly("Good morning");
  }

  @Test
  void whatWasWrittenBeforeIsNotDelivered() {
    Person carla = alpha("carla");
    Person dan = beta("dan");
    dan.write("Too early");
    follow(carla, dan);
    assertThat(carla.homeTexts()).isEmpty();
  }

  @Test
  void anUnfollowEndsIt() {
    Person ewa = alpha("ewa");
    Person finn = beta("finn");
    follow(ewa, finn);
    finn.write("Before");
    fediverse.settle();
    ewa.unfollow(finn);
    fediverse.settle();
    finn.write("After");
    fediverse.settle();
    assertThat(ewa.homeTexts()).isEmpty();
    assertThat(ewa.is("following", finn)).isFalse();
    assertThat(finn.is("followed_by", ewa)).isFalse();
    assertThat(finn.profile(finn).path("followers_count").asInt()).isZero();
  }

  @Test
  void aLockedAccountIsAsked() {
    Person gus = alpha("gus");
    Person hal = beta("hal");
    hal.profile("locked", "true");
    gus.follow(hal);
    fediverse.settle();
    assertThat(gus.is("following", hal)).isFalse();
    assertThat(gus.is("requested", hal)).isTrue();
    assertThat(hal.is("requested_by", gus)).isTrue();
    assertThat(hal.notifications()).containsExactly("follow_request gus");
    assertThat(hal.get("/api/v1/follow_requests").get(0).path("acct").asString())
        .isEqualTo(gus.handle());
    hal.accept(gus);
    fediverse.settle();
    assertThat(gus.is("following", hal)).isTrue();
    assertThat(gus.is("requested", hal)).isFalse();
    hal.write("For followers", "visibility", "private");
    fediverse.settle();
    assertThat(gus.homeTexts()).containsExactly("For followers");
  }

  @Test
  void aLockedAccountMaySayNo() {
    Person ida = alpha("ida");
    Person jon = beta("jon");
    jon.profile("locked", "true");
    ida.follow(jon);
    fediverse.settle();
    jon.reject(ida);
    fediverse.settle();
    assertThat(ida.is("following", jon)).isFalse();
    assertThat(ida.is("requested", jon)).isFalse();
    assertThat(jon.get("/api/v1/follow_requests")).isEmpty();
  }

  @Test
  void aRequestMayBeWithdrawn() {
    Person kim = alpha("kim");
    Person leo = beta("leo");
    leo.profile("locked", "true");
    kim.follow(leo);
    fediverse.settle();
    kim.unfollow(leo);
    fediverse.settle();
    assertThat(leo.get("/api/v1/follow_requests")).isEmpty();
    assertThat(leo.is("requested_by", kim)).isFalse();
    assertThat(leo.notifications()).isEmpty();
  }

  @Test
  void aFollowerMayBeRemoved() {
    Person mia = alpha("mia");
    Person ned = beta("ned");
    follow(mia, ned);
    ned.removeFollower(mia);
    fediverse.settle();
    assertThat(mia.is("following", ned)).isFalse();
    ned.write("No more", "visibility", "private");
    fediverse.settle();
    assertThat(mia.homeTexts()).isEmpty();
  }

  @Test
  void aBlockEndsFollowsAndHidesPosts() {
    Person olga = alpha("olga");
    Person paul = beta("paul");
    follow(olga, paul);
    follow(paul, olga);
    Status before = paul.write("Seen until now");
    fediverse.settle();
    assertThat(olga.sees(before)).isPresent();
    paul.block(olga);
    fediverse.settle();
    for (Person one : new Person[] {olga, paul}) {
      Person other = one == olga ? paul : olga;
      assertThat(one.is("following", other)).isFalse();
      assertThat(one.is("followed_by", other)).isFalse();
    }
    assertThat(paul.is("blocking", olga)).isTrue();
    assertThat(olga.is("blocked_by", paul)).isTrue();
    assertThat(olga.homeTexts()).isEmpty();
    assertThat(olga.sees(before)).isEmpty();
    assertThat(paul.homeTexts()).containsExactly("Seen until now");
    // What the blocked one says no longer reaches the other.
    olga.write("@" + paul.handle() + " are you there?");
    fediverse.settle();
    assertThat(paul.notifications()).doesNotContain("mention olga");
    assertThat(olga.home().stream().filter(one -> one.text().contains("are you"))).hasSize(1);
  }

  @Test
  void afterAnUnblockTheyMayFollowAgain() {
    Person quinn = alpha("quinn");
    Person rosa = beta("rosa");
    Status post = rosa.write("Open to all");
    follow(quinn, rosa);
    rosa.block(quinn);
    fediverse.settle();
    assertThat(quinn.homeTexts()).isEmpty();
    rosa.unblock(quinn);
    fediverse.settle();
    assertThat(quinn.is("blocked_by", rosa)).isFalse();
    assertThat(quinn.is("following", rosa)).as("the follow stays ended").isFalse();
    follow(quinn, rosa);
    assertThat(quinn.find(post.uri(), true)).isPresent();
  }

  @Test
  void aBlockEndsByItsIdAlone() {
    Person yara = alpha("yara");
    Outsider foreign = fediverse.outsider("foreign.test");
    String zoe = foreign.actor("zoe");
    String relation = "/api/v1/accounts/relationships?id=" + yara.idOf(zoe);
    foreign.send(yara.server(), foreign.activity("Block", "/blocks/1", zoe, yara.iri()));
    fediverse.settle();
    assertThat(yara.get(relation).at("/0/blocked_by").asBoolean()).isTrue();
    String block = foreign.at("/blocks/1");
    foreign.send(yara.server(), foreign.activity("Undo", "/undos/1", foreign.actor("xu"), block));
    fediverse.settle();
    assertThat(yara.get(relation).at("/0/blocked_by").asBoolean()).isTrue();
    foreign.send(yara.server(), foreign.activity("Undo", "/undos/2", zoe, block));
    fediverse.settle();
    assertThat(yara.get(relation).at("/0/blocked_by").asBoolean()).isFalse();
  }

  @Test
  void aFollowAcrossABlockIsRefused() {
    Person sam = alpha("sam");
    Person tess = beta("tess");
    tess.block(sam);
    fediverse.settle();
    String path = "/api/v1/accounts/" + sam.idOf(tess) + "/follow";
    assertThat(sam.tries(path)).isEqualTo(403);
  }

  @Test
  void aMuteEndsByItself() {
    Person uwe = alpha("uwe");
    Person vera = beta("vera");
    follow(uwe, vera);
    uwe.mute(vera, Duration.ofHours(1));
    vera.write("@" + uwe.handle() + " unheard");
    fediverse.settle();
    assertThat(uwe.is("muting", vera)).isTrue();
    assertThat(uwe.homeTexts()).isEmpty();
    assertThat(uwe.notifications()).isEmpty();
    fediverse.after(Duration.ofHours(2));
    assertThat(uwe.is("muting", vera)).isFalse();
    vera.write("Heard again");
    fediverse.settle();
    assertThat(uwe.homeTexts()).contains("Heard again");
    assertThat(vera.notifications()).as("nobody learns of a mute").containsExactly("follow uwe");
  }
}
