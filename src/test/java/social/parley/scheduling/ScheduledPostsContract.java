package social.parley.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.fediverse.Pictures;
import social.parley.media.Focus;
import social.parley.media.Upload;
import social.parley.posts.Draft;
import social.parley.posts.Network;
import social.parley.posts.PollDraft;
import social.parley.posts.Post;
import social.parley.posts.PostPublished;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** What happens to posts that wait, on either database. */
abstract class ScheduledPostsContract {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private Town town;
  private ScheduledPosts scheduled;
  private Actor ada;
  private boolean broken;
  private final Set<ActorId> shut = new HashSet<>();

  abstract Database open();

  @BeforeEach
  void build() {
    town = new Town("alpha.test", new Network(), open(), clock, folder);
    scheduled =
        new ScheduledPosts(
            town.database,
            town.ids,
            town.clock,
            town.jobs,
            town.media,
            town.posts,
            author -> !shut.contains(author));
    town.database.subscribe(
        new Subscribers()
            .on(
                PostPublished.class,
                (tx, one) -> {
                  if (broken) throw new IllegalStateException("power cut");
                }));
    ada = town.person("ada");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  private void after(Duration time) {
    clock.advance(time);
    town.jobs.runDue();
  }

  private MediaId picture() {
    return town.media
        .upload(
            ada.id(), new Upload(new ByteArrayInputStream(Pictures.png(40, 30)), "", Focus.CENTRE))
        .id();
  }

  private List<String> published() {
    return town.announced.stream()
        .filter(PostPublished.class::isInstance)
        .map(one -> ((PostPublished) one).post().source())
        .toList();
  }

  private List<ScheduledPost> waiting() {
    return scheduled.page(ada.id(), Cursor.first(40)).items();
  }

  @Test
  void itIsPublishedOnceWithAllThatBelongsToIt() {
    MediaId file = picture();
    Draft draft =
        Draft.of(ada.id(), "In an hour")
            .withMedia(List.of(file))
            .withPoll(new PollDraft(List.of("yes", "no"), true, true, Duration.ofHours(1)));
    ScheduledPost waits = scheduled.schedule(draft, in(Duration.ofHours(1)), 7L);
    assertThat(scheduled.own(ada.id(), waits.id()).draft()).isEqualTo(draft);
    after(Duration.ofMinutes(59));
    assertThat(published()).isEmpty();
    after(Duration.ofMinutes(1));
    assertThat(published()).containsExactly("In an hour");
    assertThat(waiting()).isEmpty();
    Post post =
        town.announced.stream()
            .filter(PostPublished.class::isInstance)
            .map(one -> ((PostPublished) one).post())
            .findFirst()
            .orElseThrow();
    assertThat(post.media()).containsExactly(file);
    assertThat(town.poll(post.id()).expiresAt()).isEqualTo(in(Duration.ofHours(1)));
    assertThat(post.publishedAt()).isEqualTo(clock.instant());
    after(Duration.ofDays(1));
    assertThat(published()).hasSize(1);
  }

  @Test
  void aPostThatWasMovedComesAtItsNewTimeAlone() {
    ScheduledPost waits =
        scheduled.schedule(Draft.of(ada.id(), "Later"), in(Duration.ofHours(1)), null);
    scheduled.move(ada.id(), waits.id(), in(Duration.ofHours(3)));
    after(Duration.ofHours(2));
    assertThat(published()).isEmpty();
    after(Duration.ofHours(1));
    after(Duration.ofHours(1));
    assertThat(published()).containsExactly("Later");
  }

  @Test
  void aBreakdownWhilePublishingNeitherLosesNorDoublesIt() {
    scheduled.schedule(Draft.of(ada.id(), "Once"), in(Duration.ofHours(1)), null);
    broken = true;
    after(Duration.ofHours(1));
    assertThat(town.posts(ada)).isZero();
    town.announced.clear();
    assertThat(waiting())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.failedAt()).isNull();
          assertThat(one.failure()).isNotNull();
        });
    broken = false;
    after(Duration.ofMinutes(5));
    assertThat(published()).containsExactly("Once");
    assertThat(waiting()).isEmpty();
    after(Duration.ofDays(1));
    assertThat(published()).hasSize(1);
  }

  @Test
  void whatCannotBePublishedStaysWithTheReasonUntilItIsMoved() {
    Post parent = town.say(ada, "To be answered");
    scheduled.schedule(
        Draft.of(ada.id(), "An answer").inReplyTo(parent.id()), in(Duration.ofHours(1)), null);
    town.posts.delete(ada.id(), parent.id());
    after(Duration.ofHours(1));
    ScheduledPost failed = waiting().getFirst();
    assertThat(failed.failedAt()).isEqualTo(clock.instant());
    assertThat(failed.failure()).isEqualTo("Record not found");
    ScheduledPost again = scheduled.move(ada.id(), failed.id(), in(Duration.ofHours(1)));
    assertThat(again.failedAt()).isNull();
    assertThat(published()).doesNotContain("An answer");
  }

  @Test
  void whoMayNoLongerPostPublishesNothing() {
    scheduled.schedule(Draft.of(ada.id(), "From the grave"), in(Duration.ofHours(1)), null);
    shut.add(ada.id());
    after(Duration.ofHours(1));
    assertThat(published()).isEmpty();
    assertThat(waiting().getFirst().failure()).isEqualTo("This account may not post");
  }

  @Test
  void whatMakesNoSenseIsRefusedAtOnce() {
    Draft draft = Draft.of(ada.id(), "Soon");
    assertThatThrownBy(() -> scheduled.schedule(draft, in(Duration.ofMinutes(4)), null))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(
            () -> scheduled.schedule(Draft.of(ada.id(), " "), in(Duration.ofHours(1)), null))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() ->
            scheduled.schedule(
                draft.withMedia(List.of(new MediaId(5))), in(Duration.ofHours(1)), null))
        .isInstanceOf(Refused.Invalid.class);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aFileThatWaitsIsKeptForItsPost() {
    MediaId file = picture();
    Draft draft = Draft.of(ada.id(), "A picture").withMedia(List.of(file));
    ScheduledPost waits = scheduled.schedule(draft, in(Duration.ofDays(3)), null);
    assertThatThrownBy(() -> town.posts.publish(draft)).isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> scheduled.schedule(draft, in(Duration.ofDays(3)), null))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> town.media.delete(ada.id(), file)).isInstanceOf(Refused.Invalid.class);
    after(Duration.ofDays(2));
    assertThat(town.media.own(ada.id(), file).postId()).isNull();
    scheduled.cancel(ada.id(), waits.id());
    assertThat(waiting()).isEmpty();
    assertThat(town.posts.publish(draft).media()).containsExactly(file);
  }

  @Test
  void aRepeatedRequestGivesTheFirstOne() {
    Draft draft = Draft.of(ada.id(), "Twice").withKey("key");
    ScheduledPost first = scheduled.schedule(draft, in(Duration.ofHours(5)), null);
    assertThat(scheduled.schedule(draft, in(Duration.ofHours(5)), null).id()).isEqualTo(first.id());
    clock.advance(Duration.ofHours(2));
    assertThat(scheduled.schedule(draft, in(Duration.ofHours(5)), null).id())
        .isNotEqualTo(first.id());
    assertThat(waiting()).hasSize(2);
  }

  @Test
  void onlySoManyForOneDay() {
    Instant noon = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(60));
    for (int i = 0; i < ScheduledPosts.MOST_A_DAY; i++)
      scheduled.schedule(Draft.of(ada.id(), "Number " + i), noon.plusSeconds(i), null);
    Draft more = Draft.of(ada.id(), "One more");
    assertThatThrownBy(() -> scheduled.schedule(more, noon, null))
        .isInstanceOf(Refused.Invalid.class);
    ScheduledPost other = scheduled.schedule(more, noon.plus(Duration.ofDays(1)), null);
    assertThatThrownBy(() -> scheduled.move(ada.id(), other.id(), noon))
        .isInstanceOf(Refused.Invalid.class);
    assertThat(scheduled.page(ada.id(), Cursor.first(10)).items()).hasSize(10);
  }

  @Test
  void nobodyElseHasIt() {
    ScheduledPost waits =
        scheduled.schedule(Draft.of(ada.id(), "Mine"), in(Duration.ofHours(1)), null);
    Actor bob = town.person("bob");
    assertThat(scheduled.page(bob.id(), Cursor.first(5)).items()).isEmpty();
    assertThatThrownBy(() -> scheduled.own(bob.id(), waits.id()))
        .isInstanceOf(Refused.NotFound.class);
    assertThatThrownBy(() -> scheduled.cancel(bob.id(), waits.id()))
        .isInstanceOf(Refused.NotFound.class);
  }
}
