package social.parley.posts;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import social.parley.actors.Actor;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.ObjectSource;
import social.parley.media.Focus;
import social.parley.media.MediaFile;
import social.parley.media.Upload;
import social.parley.text.TextFormat;

/** What becomes of posts between two servers, on either database. */
abstract class PostsContract extends TwoTowns {
  @Test
  void aPostReachesFollowersElsewhere() {
    beta.follow(bob, ada);
    Post post = alpha.say(ada, "Hello #World, see https://example.org/");
    assertThat(post.iri().value()).isEqualTo("http://alpha.test/users/ada/posts/" + post.id());
    assertThat(post.url()).isEqualTo("http://alpha.test/@ada/" + post.id());
    assertThat(post.tags()).containsExactly("world");
    Post copy = beta.copy(post);
    assertThat(copy.html()).contains("Hello").contains("https://example.org/");
    assertThat(copy.tags()).containsExactly("world");
    assertThat(copy.reach()).isEqualTo(Reach.PUBLIC);
    assertThat(copy.local()).isFalse();
    assertThat(copy.publishedAt()).isEqualTo(post.publishedAt());
    assertThat(copy.url()).isEqualTo(post.url());
  }

  @Test
  void whatNobodyAskedForIsNotKept() {
    beta.meet(ada);
    Post post = alpha.say(ada, "Into the void");
    assertThat(beta.copy(post)).isNull();
  }

  @Test
  void aMentionIsResolvedAddressedAndNotified() {
    Post post = alpha.say(ada, "Hi @bob@beta.test");
    assertThat(post.mentions()).extracting(Mention::acct).containsExactly("bob@beta.test");
    Post copy = beta.copy(post);
    assertThat(copy.mentions()).extracting(Mention::actor).containsExactly(bob.id());
    PostPublished told = (PostPublished) beta.announced.getLast();
    assertThat(told.toNotify()).containsExactly(bob.id());
    assertThat(told.arrivedNow()).isTrue();
  }

  @Test
  void aLetterIsSeenByThoseNamedOnly() {
    Actor carol = beta.person("carol");
    beta.follow(carol, ada);
    Post letter = alpha.say(Draft.of(ada.id(), "@bob@beta.test psst").withReach(Reach.MENTIONED));
    Post copy = beta.copy(letter);
    assertThat(copy.reach()).isEqualTo(Reach.MENTIONED);
    assertThat(beta.sees(bob, copy)).isTrue();
    assertThat(beta.sees(carol, copy)).isFalse();
    assertThat(beta.sees(null, copy)).isFalse();
  }

  @Test
  void followersOnlyPostsStayAmongFollowers() {
    Actor carol = beta.person("carol");
    beta.follow(bob, ada);
    Post post = alpha.say(Draft.of(ada.id(), "Dear all").withReach(Reach.FOLLOWERS));
    Post copy = beta.copy(post);
    assertThat(beta.sees(bob, copy)).isTrue();
    assertThat(beta.sees(carol, copy)).isFalse();
    assertThatThrownBy(() -> beta.posts.boost(bob.id(), copy.id(), Reach.PUBLIC))
        .isInstanceOf(Refused.NotFound.class);
    Post boost = alpha.posts.boost(ada.id(), post.id(), Reach.PUBLIC);
    assertThat(boost.reach()).isEqualTo(Reach.FOLLOWERS);
  }

  @Test
  void anEditKeepsTheHistory() {
    beta.follow(bob, ada);
    Post post = alpha.say(ada, "Helo");
    clock.advance(Duration.ofMinutes(1));
    alpha.posts.edit(ada.id(), post.id(), Edit.text("Hello #friends"));
    network.settle();
    assertThat(alpha.posts.history(null, post.id()))
        .extracting(PostVersion::html)
        .satisfiesExactly(
            first -> assertThat(first).contains("Helo"),
            second -> assertThat(second).contains("Hello"));
    Post copy = beta.copy(post);
    assertThat(copy.html()).contains("Hello");
    assertThat(copy.tags()).containsExactly("friends");
    assertThat(copy.editedAt()).isEqualTo(clock.instant());
    assertThat(beta.posts.history(null, copy.id())).hasSize(2);
  }

  @Test
  void aDeletedPostIsGoneEverywhere() {
    beta.follow(bob, ada);
    Post post = alpha.say(ada, "Oops");
    Post boost = beta.posts.boost(bob.id(), beta.copy(post).id(), Reach.PUBLIC);
    network.settle();
    assertThat(alpha.again(post).boosts()).isEqualTo(1);
    Post deleted = alpha.posts.delete(ada.id(), post.id());
    assertThat(deleted.source()).isEqualTo("Oops");
    network.settle();
    assertThat(beta.copy(post)).isNull();
    assertThat(beta.posts.byId(boost.id())).isEmpty();
    assertThat(alpha.posts.documents().find(post.iri(), null))
        .isInstanceOf(ObjectSource.Answer.Deleted.class);
    assertThat(alpha.posts(ada)).isZero();
  }

  @Test
  void aDeleteMayComeBeforeItsCreate() {
    beta.follow(bob, ada);
    Post post = alpha.posts.publish(Draft.of(ada.id(), "Oops"));
    alpha.posts.delete(ada.id(), post.id());
    List<byte[]> letters = lettersAbout(post);
    beta.receive(letters.getLast());
    beta.receive(letters.getFirst());
    assertThat(beta.copy(post)).isNull();
  }

  @Test
  void theSameActivityTwiceChangesNothing() {
    beta.follow(bob, ada);
    Post post = alpha.posts.publish(Draft.of(ada.id(), "Once"));
    byte[] letter = lettersAbout(post).getFirst();
    beta.receive(letter);
    beta.receive(letter);
    assertThat(beta.copy(post)).isNotNull();
    assertThat(beta.posts(beta.meet(ada))).isEqualTo(1);
  }

  private List<byte[]> lettersAbout(Post post) {
    return alpha.waiting().stream()
        .filter(letter -> new String(letter, UTF_8).contains(post.iri().value()))
        .toList();
  }

  @Test
  void boostsCountOnceAndCanBeTakenBack() {
    beta.follow(bob, ada);
    alpha.follow(ada, bob);
    Post post = alpha.say(ada, "Pass me on");
    Post copy = beta.copy(post);
    Post boost = beta.posts.boost(bob.id(), copy.id(), Reach.PUBLIC);
    assertThat(beta.posts.boost(bob.id(), copy.id(), Reach.PUBLIC).id()).isEqualTo(boost.id());
    assertThat(beta.posts.boost(bob.id(), boost.id(), Reach.PUBLIC).id()).isEqualTo(boost.id());
    network.settle();
    assertThat(alpha.again(post).boosts()).isEqualTo(1);
    assertThat(alpha.copy(boost).boostOf()).isEqualTo(post.id());
    assertThat(alpha.posts.boostedBy(post.id(), Cursor.first(10)).items())
        .containsExactly(alpha.meet(bob).id());
    beta.posts.unboost(bob.id(), copy.id());
    network.settle();
    assertThat(alpha.again(post).boosts()).isZero();
    assertThat(alpha.copy(boost)).isNull();
  }

  @Test
  void aBoostBringsTheOriginal() {
    Town gamma = new Town("gamma.test", network, open("gamma"), clock, media);
    Actor eve = gamma.person("eve");
    gamma.follow(eve, bob);
    beta.follow(bob, ada);
    Post post = alpha.say(ada, "Travel");
    Post boost = beta.posts.boost(bob.id(), beta.copy(post).id(), Reach.PUBLIC);
    network.settle();
    assertThat(gamma.copy(boost).boostOf()).isEqualTo(gamma.copy(post).id());
    gamma.close();
    network.towns.remove("gamma.test");
  }

  @Test
  void pinsAreFewOwnAndTold() {
    beta.follow(bob, ada);
    for (int i = 0; i < Pins.MOST; i++) alpha.posts.pin(ada.id(), alpha.say(ada, "Pin " + i).id());
    network.settle();
    Post sixth = alpha.say(ada, "One too many");
    assertThatThrownBy(() -> alpha.posts.pin(ada.id(), sixth.id()))
        .isInstanceOf(Refused.Invalid.class);
    assertThat(beta.pins(beta.meet(ada))).hasSize(5);
    PostId first = alpha.pins(ada).getLast();
    alpha.posts.unpin(ada.id(), first);
    network.settle();
    assertThat(beta.pins(beta.meet(ada))).hasSize(4);
  }

  @Test
  void aRepeatedRequestMakesNoSecondPost() {
    Draft draft = Draft.of(ada.id(), "Only once").withKey("k1");
    Post first = alpha.say(draft);
    assertThat(alpha.say(draft).id()).isEqualTo(first.id());
    clock.advance(Duration.ofHours(2));
    assertThat(alpha.say(draft).id()).isNotEqualTo(first.id());
  }

  @Test
  void emptyAndOverlongPostsAreRefused() {
    assertThatThrownBy(() -> alpha.say(ada, " ")).isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> alpha.say(ada, "x".repeat(5001))).isInstanceOf(Refused.Invalid.class);
    assertThat(alpha.say(ada, "x".repeat(5000)).html()).hasSizeGreaterThan(5000);
    Post secret = alpha.say(Draft.of(ada.id(), "hidden").withReach(Reach.MENTIONED));
    Actor alan = alpha.person("alan");
    assertThatThrownBy(() -> alpha.say(Draft.of(alan.id(), "What?").inReplyTo(secret.id())))
        .isInstanceOf(Refused.NotFound.class);
  }

  @Test
  void addressesLeadToPosts() {
    Post post = alpha.say(Draft.of(ada.id(), "*Look*").withFormat(TextFormat.MARKDOWN));
    assertThat(post.html()).contains("<em>Look</em>");
    assertThat(alpha.posts.byAddress(post.iri())).contains(alpha.again(post));
    assertThat(alpha.posts.byAddress(new Iri(post.url()))).isPresent();
    assertThat(beta.posts.fetch(post.iri())).isPresent();
    assertThat(((PostPublished) beta.announced.getLast()).arrivedNow()).isFalse();
  }

  @Test
  void whatADeletedActorWroteGoes() {
    beta.follow(bob, ada);
    Post post = alpha.say(ada, "Farewell");
    Actor there = beta.meet(ada);
    beta.database.run(tx -> beta.actors.delete(tx, there.id()));
    network.settle();
    assertThat(beta.copy(post)).isNull();
  }

  @Test
  void manyAtOnceAllCountAndNoneTwice() throws Exception {
    Post post = alpha.say(ada, "Popular");
    List<Actor> crowd = new ArrayList<>();
    for (int i = 0; i < 6; i++) crowd.add(alpha.person("fan" + i));
    Draft draft = Draft.of(ada.id(), "Once").withKey("same");
    Set<PostId> made = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Actor fan : crowd)
        for (int i = 0; i < 2; i++) {
          threads.submit(() -> alpha.posts.boost(fan.id(), post.id(), Reach.PUBLIC));
          threads.submit(() -> made.add(alpha.posts.publish(draft).id()));
          threads.submit(
              () -> alpha.posts.publish(Draft.of(fan.id(), "Me too").inReplyTo(post.id())));
        }
    }
    assertThat(alpha.again(post).boosts()).isEqualTo(6);
    assertThat(alpha.again(post).replies()).isEqualTo(12);
    assertThat(made).hasSize(1);
    assertThat(alpha.posts(ada)).isEqualTo(2);
  }

  @Test
  void picturesTravelWithTheirDescriptions() throws Exception {
    beta.follow(bob, ada);
    MediaFile first = picture("A red square");
    MediaFile second = picture("A square");
    Post post = alpha.say(Draft.of(ada.id(), "Look").withMedia(List.of(second.id(), first.id())));
    Post copy = beta.copy(post);
    assertThat(files(beta, copy))
        .extracting(MediaFile::description)
        .containsExactly("A square", "A red square");
    assertThat(files(beta, copy)).extracting(MediaFile::id).containsExactlyElementsOf(copy.media());
    assertThat(files(beta, copy).getFirst().blurhash()).isEqualTo(second.blurhash());
    assertThat(files(beta, copy).getFirst().focusX()).isEqualTo(0.5);
    clock.advance(Duration.ofMinutes(1));
    Edit edit =
        new Edit(
            null,
            null,
            null,
            null,
            null,
            List.of(first.id()),
            List.of(new Edit.Description(first.id(), "Red", null)),
            null);
    alpha.posts.edit(ada.id(), post.id(), edit);
    network.settle();
    assertThat(files(beta, beta.copy(post)))
        .extracting(MediaFile::description)
        .containsExactly("Red");
    assertThat(alpha.again(post).media()).containsExactly(first.id());
    alpha.posts.delete(ada.id(), post.id());
    assertThat(alpha.media.own(ada.id(), first.id()).postId()).isNull();
  }

  private MediaFile picture(String description) throws IOException {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    InputStream content = new ByteArrayInputStream(png.toByteArray());
    return alpha.media.upload(ada.id(), new Upload(content, description, new Focus(0.5, 0)));
  }

  private static List<MediaFile> files(Town town, Post post) {
    return town.database.read(db -> town.media.ofPost(db, post.id()));
  }
}
