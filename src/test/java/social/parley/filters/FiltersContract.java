package social.parley.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.filters.FilterChange.Expiry;
import social.parley.filters.FilterChange.Word;
import social.parley.posts.Draft;
import social.parley.posts.Network;
import social.parley.posts.Post;
import social.parley.posts.Reach;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** Filters as they are kept and used, on either database. */
abstract class FiltersContract {
  @TempDir Path files;
  private final TestClock clock = new TestClock();
  private final List<ActorId> told = new ArrayList<>();
  private Town town;
  private Filters filters;
  private Actor ada;
  private Actor bob;

  abstract Database open();

  @BeforeEach
  void build() {
    town = new Town("alpha.test", new Network(), open(), clock, files);
    filters = new Filters(town.database, town.ids, town.posts);
    town.database.subscribe(
        new Subscribers().after(FiltersChanged.class, changed -> told.add(changed.owner())));
    ada = town.person("ada");
    bob = town.person("bob");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static FilterChange made(
      String title, @Nullable Expiry expiry, @Nullable FilterAction action, Word... words) {
    return new FilterChange(
        title, Set.of(FilterContext.HOME, FilterContext.THREAD), action, expiry, List.of(words));
  }

  private static FilterChange words(Word... words) {
    return new FilterChange(null, null, null, null, List.of(words));
  }

  private List<FilterMatch> matches(Actor reader, PostId post, String text) {
    return filters.active(reader.id()).match(clock.instant(), null, List.of(post), () -> text);
  }

  @Test
  void aFilterIsKeptChangedAndRemoved() {
    Instant end = clock.instant().plus(Duration.ofDays(1));
    Filter made =
        filters.create(
            ada.id(),
            made(
                " Sport ",
                new Expiry(end),
                FilterAction.BLUR,
                new Word.Added("football", true),
                new Word.Added("goal", false)));
    assertThat(made.title()).isEqualTo("Sport");
    assertThat(made.action()).isEqualTo(FilterAction.BLUR);
    assertThat(made.expiresAt()).isEqualTo(end);
    assertThat(made.keywords())
        .extracting(FilterKeyword::keyword, FilterKeyword::wholeWord)
        .containsExactly(tuple("football", true), tuple("goal", false));
    long first = made.keywords().getFirst().id();
    long second = made.keywords().getLast().id();
    Filter changed =
        filters.update(
            ada.id(),
            made.id(),
            new FilterChange(
                null,
                null,
                null,
                new Expiry(null),
                List.of(
                    new Word.Changed(first, "soccer", null),
                    new Word.Removed(second),
                    new Word.Added("match", true))));
    assertThat(changed.expiresAt()).isNull();
    assertThat(changed.title()).isEqualTo("Sport");
    assertThat(changed.contexts()).containsOnly(FilterContext.HOME, FilterContext.THREAD);
    assertThat(changed.keywords())
        .extracting(FilterKeyword::keyword)
        .containsExactly("soccer", "match");
    assertThat(filters.of(ada.id())).containsExactly(changed);
    filters.delete(ada.id(), made.id());
    assertThat(filters.of(ada.id())).isEmpty();
    town.database.settle();
    assertThat(told).containsOnly(ada.id()).hasSize(3);
  }

  @Test
  void nobodyReachesFiltersOfOthers() {
    Filter hers = filters.create(ada.id(), made("Mine", null, null, new Word.Added("x", true)));
    long word = hers.keywords().getFirst().id();
    assertThat(filters.of(bob.id())).isEmpty();
    assertThatThrownBy(() -> filters.find(bob.id(), hers.id()))
        .isInstanceOf(Refused.NotFound.class);
    assertThatThrownBy(() -> filters.delete(bob.id(), hers.id()))
        .isInstanceOf(Refused.NotFound.class);
    assertThatThrownBy(() -> filters.removeKeyword(bob.id(), word))
        .isInstanceOf(Refused.NotFound.class);
    Filter his = filters.create(bob.id(), made("His", null, null));
    assertThatThrownBy(
            () -> filters.update(bob.id(), his.id(), words(new Word.Changed(word, "y", null))))
        .isInstanceOf(Refused.NotFound.class);
    assertThat(filters.keyword(ada.id(), word).keyword()).isEqualTo("x");
  }

  @Test
  void whatIsEmptyOrTooLongIsRefused() {
    assertThatThrownBy(() -> filters.create(ada.id(), made(" ", null, null)))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(
            () -> filters.create(ada.id(), made("T", null, null, new Word.Added(" ", true))))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() ->
            filters.create(ada.id(), made("T", null, null, new Word.Added("x".repeat(513), true))))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(
            () -> filters.create(ada.id(), new FilterChange("T", Set.of(), null, null, List.of())))
        .isInstanceOf(Refused.Invalid.class);
    assertThat(filters.of(ada.id())).isEmpty();
  }

  @Test
  void changesTakeEffectAtOnceAndEndsDo() {
    PostId post = new PostId(1);
    assertThat(matches(ada, post, "Football!")).isEmpty();
    Filter made =
        filters.create(
            ada.id(),
            made(
                "Sport",
                new Expiry(clock.instant().plusSeconds(60)),
                null,
                new Word.Added("football", true)));
    FilterMatch match = matches(ada, post, "I like Football!").getFirst();
    assertThat(match.filter().id()).isEqualTo(made.id());
    assertThat(match.words()).containsExactly("Football");
    assertThat(match.posts()).isEmpty();
    assertThat(matches(bob, post, "I like Football!")).isEmpty();
    filters.changeKeyword(
        ada.id(), new Word.Changed(made.keywords().getFirst().id(), "chess", null));
    assertThat(matches(ada, post, "Football")).isEmpty();
    assertThat(matches(ada, post, "CHESS")).hasSize(1);
    clock.advance(Duration.ofSeconds(61));
    assertThat(matches(ada, post, "chess")).isEmpty();
  }

  @Test
  void aFilterCountsWhereItsOwnerSays() {
    filters.create(ada.id(), made("Tea", null, null, new Word.Added("tea", true)));
    ActiveFilters active = filters.active(ada.id());
    List<PostId> post = List.of(new PostId(1));
    assertThat(active.match(clock.instant(), FilterContext.HOME, post, () -> "tea")).hasSize(1);
    assertThat(active.match(clock.instant(), FilterContext.PUBLIC, post, () -> "tea")).isEmpty();
    assertThat(active.match(clock.instant(), null, post, () -> "tea")).hasSize(1);
  }

  @Test
  void singlePostsAreHeldOnceAndGoWithThePost() {
    Filter filter = filters.create(ada.id(), made("Posts", null, FilterAction.HIDE));
    Post post = town.say(bob, "Look");
    FilteredPost held = filters.addPost(ada.id(), filter.id(), post.id());
    assertThat(filters.addPost(ada.id(), filter.id(), post.id())).isEqualTo(held);
    assertThat(matches(ada, post.id(), "Look").getFirst().posts()).containsExactly(post.id());
    Post letter = town.say(Draft.of(bob.id(), "Dear diary").withReach(Reach.MENTIONED));
    assertThatThrownBy(() -> filters.addPost(ada.id(), filter.id(), letter.id()))
        .isInstanceOf(Refused.NotFound.class);
    filters.removePost(ada.id(), held.id());
    assertThat(matches(ada, post.id(), "Look")).isEmpty();
    filters.addPost(ada.id(), filter.id(), post.id());
    town.posts.delete(bob.id(), post.id());
    assertThat(filters.find(ada.id(), filter.id()).posts()).isEmpty();
  }

  @Test
  void whoLeavesLeavesNoFilters() {
    filters.create(ada.id(), made("Mine", null, null, new Word.Added("x", true)));
    town.database.run(tx -> filters.forget(tx, ada.id()));
    assertThat(filters.of(ada.id())).isEmpty();
  }
}
