package social.parley.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.actors.Attributions;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.TestClock;
import social.parley.fediverse.Pictures;
import social.parley.jobs.Jobs;
import social.parley.media.FolderBlobs;
import social.parley.media.Images;
import social.parley.media.RemoteMedia;
import social.parley.posts.Draft;
import social.parley.posts.Edit;
import social.parley.posts.Network;
import social.parley.posts.Post;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.PostTouched;
import social.parley.posts.Reach;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Databases;
import social.parley.storage.Subscribers;

/** How posts come by their cards, on either database. */
abstract class CardsContract {
  private static final String URL = "https://news.example/story";
  private static final String PAGE = "<title>The story</title>";

  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final PaperWeb web = new PaperWeb();
  private final List<PostId> touched = new ArrayList<>();
  private final Images images = new Images(1);
  private Town town;
  private final Luck random = new Luck();
  private Cards cards;

  /** What starts after those have been closed. */
  private Cards again;

  private Actor ada;

  abstract Database open();

  @BeforeEach
  void build() {
    town = new Town("alpha.test", new Network(), open(), clock, folder);
    RemoteMedia remoteMedia =
        new RemoteMedia(
            town.database,
            clock,
            new Random(1),
            new FolderBlobs(folder.resolve("cache")),
            images,
            web,
            town.settings.url(),
            1 << 20);
    cards = new Cards(needs(town.jobs, remoteMedia));
    again = new Cards(needs(new Jobs(town.database, town.ids, clock, new Random(2)), remoteMedia));
    town.database.subscribe(
        new Subscribers()
            .on(PostPublished.class, cards::published)
            .on(PostEdited.class, cards::edited)
            .on(PostTouched.class, (tx, one) -> touched.add(one.post())));
    ada = town.person("ada");
  }

  private Cards.Needs needs(Jobs jobs, RemoteMedia remoteMedia) {
    return new Cards.Needs(
        town.database,
        town.ids,
        clock,
        random,
        town.settings,
        jobs,
        web,
        town.remoteActors,
        remoteMedia,
        town.posts);
  }

  @AfterEach
  void close() {
    images.close();
    cards.close();
    again.close();
    town.close();
  }

  private void settle() {
    town.database.settle();
    cards.settle();
  }

  private void later(Duration time) {
    settle();
    clock.advance(time);
    town.jobs.runDue();
    settle();
  }

  private @Nullable Card card(Post post) {
    settle();
    return town.database.read(db -> cards.of(db, List.of(post.id()))).get(post.id());
  }

  @Test
  void aPageIsLookedAtOnceForAllPosts() {
    web.page(URL, PAGE + "<meta property=\"og:image\" content=\"/p.png\">");
    web.put("https://news.example/p.png", "image/png", Pictures.png(64, 32));
    Post first = town.posts.publish(Draft.of(ada.id(), "Read " + URL));
    Post second = town.posts.publish(Draft.of(ada.id(), URL + "#part is good"));
    assertThat(card(first)).isNull();
    assertThat(web.asked).isEmpty();
    later(Duration.ofMinutes(1));
    assertThat(web.asked).containsExactly(URL, "https://news.example/p.png");
    assertThat(touched).containsExactlyInAnyOrder(first.id(), second.id());
    Card shown = card(first);
    assertThat(shown).isEqualTo(card(second));
    assertThat(shown.title()).isEqualTo("The story");
    assertThat(shown.url()).isEqualTo(new Iri(URL));
    assertThat(shown.blurhash()).isNotEmpty();
    assertThat(shown.width()).isEqualTo(64);
    Post third = town.posts.publish(Draft.of(ada.id(), "Again " + URL));
    assertThat(card(third)).isEqualTo(shown);
    later(Duration.ofMinutes(1));
    assertThat(web.asked).hasSize(2);
  }

  @Test
  void linksThatOthersPostAreLookedAtTogether() {
    web.page(URL, PAGE);
    web.page(URL + "/2", "<title>The second</title>");
    Database database = Databases.sqlite(folder.resolve("beta"));
    try (Town beta = new Town("beta.test", town.network, database, clock, folder)) {
      Actor eve = beta.person("eve");
      town.follow(ada, eve);
      Post one = town.copy(beta.say(eve, URL));
      Post other = town.copy(beta.say(eve, URL + "/2"));
      Post broken = town.copy(beta.say(eve, "https://broken.example/"));
      later(Duration.ofMinutes(1));
      assertThat(web.asked).isEmpty();
      cards.lookAtNew();
      assertThat(card(one).title()).isEqualTo("The story");
      assertThat(card(other).title()).isEqualTo("The second");
      assertThat(card(broken)).isNull();
      int asked = web.asked.size();
      cards.lookAtNew();
      assertThat(web.asked).hasSize(asked);
    }
  }

  /** Something that can fail in the middle of a round. */
  private static final class Luck extends Random {
    private static final long serialVersionUID = 1L;

    volatile boolean runsOut;

    Luck() {
      super(1);
    }

    @Override
    public int nextInt(int bound) {
      if (runsOut) throw new IllegalStateException("out of luck");
      return super.nextInt(bound);
    }
  }

  @Test
  void aRoundThatFailsKeepsItsPosts() {
    Database database = Databases.sqlite(folder.resolve("beta"));
    try (Town beta = new Town("beta.test", town.network, database, clock, folder)) {
      Actor eve = beta.person("eve");
      town.follow(ada, eve);
      town.copy(beta.say(eve, URL));
      settle();
      cards.lookAtNew();
      web.page(URL, PAGE);
      web.page(URL + "/2", "<title>The second</title>");
      clock.advance(Duration.ofHours(2));
      random.runsOut = true;
      Post due = town.copy(beta.say(eve, URL));
      Post other = town.copy(beta.say(eve, URL + "/2"));
      settle();
      cards.lookAtNew();
      settle();
      random.runsOut = false;
      assertThat(card(other).title()).isEqualTo("The second");
      cards.lookAtNew();
      later(Duration.ofMinutes(1));
      assertThat(card(due).title()).isEqualTo("The story");
    }
  }

  @Test
  void linksThatWereLeftUnreadAreReadAfterTheNextStart() {
    web.page(URL, PAGE);
    Database database = Databases.sqlite(folder.resolve("beta"));
    try (Town beta = new Town("beta.test", town.network, database, clock, folder)) {
      Actor eve = beta.person("eve");
      town.follow(ada, eve);
      cards.close();
      Post post = town.copy(beta.say(eve, URL));
      settle();
      again.lookAtNew();
      again.settle();
      again.lookAtNew();
      assertThat(card(post).title()).isEqualTo("The story");
    }
  }

  @Test
  void whenTheServerStopsNoMorePagesAreLookedAt() {
    Database database = Databases.sqlite(folder.resolve("beta"));
    try (Town beta = new Town("beta.test", town.network, database, clock, folder)) {
      Actor eve = beta.person("eve");
      town.follow(ada, eve);
      for (int i = 0; i < 60; i++) town.copy(beta.say(eve, URL + "/" + i));
      settle();
      web.meanwhile = town.jobs::stop;
      cards.lookAtNew();
      assertThat(web.asked).isNotEmpty().hasSizeLessThan(40);
    }
  }

  @Test
  void anOldCardIsRenewedWhenTheLinkIsPostedAgain() {
    web.page(URL, PAGE);
    Post first = town.posts.publish(Draft.of(ada.id(), URL));
    later(Duration.ofMinutes(1));
    web.page(URL, "<title>Another story</title>");
    clock.advance(Duration.ofDays(15));
    town.posts.publish(Draft.of(ada.id(), "Still " + URL));
    touched.clear();
    later(Duration.ofMinutes(1));
    assertThat(card(first).title()).isEqualTo("Another story");
    assertThat(touched).contains(first.id());
  }

  @Test
  void aPageThatFailedIsTriedAgainLaterAndAKnownCardOutlivesAFailure() {
    Post post = town.posts.publish(Draft.of(ada.id(), URL));
    later(Duration.ofMinutes(1));
    assertThat(card(post)).isNull();
    web.page(URL, PAGE);
    town.posts.publish(Draft.of(ada.id(), URL + " soon"));
    later(Duration.ofMinutes(1));
    assertThat(web.asked).hasSize(1);
    clock.advance(Duration.ofHours(2));
    town.posts.publish(Draft.of(ada.id(), URL + " later"));
    later(Duration.ofMinutes(1));
    assertThat(card(post)).isNotNull();
    web.put(URL, "application/pdf", new byte[1]);
    clock.advance(Duration.ofDays(15));
    town.posts.publish(Draft.of(ada.id(), URL + " much later"));
    later(Duration.ofMinutes(1));
    assertThat(card(post).title()).isEqualTo("The story");
  }

  @Test
  void anEditBringsAnotherCardOrNone() {
    web.page(URL, PAGE);
    web.page(URL + "/2", "<title>The second</title>");
    Post post = town.posts.publish(Draft.of(ada.id(), URL));
    later(Duration.ofMinutes(1));
    town.posts.edit(ada.id(), post.id(), Edit.text("Rather " + URL + "/2"));
    assertThat(card(post)).isNull();
    later(Duration.ofMinutes(1));
    assertThat(card(post).title()).isEqualTo("The second");
    town.posts.edit(ada.id(), post.id(), Edit.text("No link at all"));
    assertThat(card(post)).isNull();
  }

  @Test
  void mentionsHashtagsAndWhatIsHereAreNoLinks() {
    town.person("bob");
    town.posts.publish(Draft.of(ada.id(), "@bob #tag http://alpha.test/@ada/1"));
    later(Duration.ofMinutes(1));
    assertThat(web.asked).isEmpty();
    web.page(URL, PAGE);
    Post post = town.posts.publish(Draft.of(ada.id(), "@bob #tag " + URL));
    later(Duration.ofMinutes(1));
    assertThat(card(post)).isNotNull();
  }

  @Test
  void anAuthorIsNamedOnlyWithTheirConsent() {
    web.page(URL, PAGE + "<meta name=\"fediverse:creator\" content=\"@ada@alpha.test\">");
    Post post = town.posts.publish(Draft.of(ada.id(), URL));
    later(Duration.ofMinutes(1));
    assertThat(card(post).creatorId()).isEqualTo(ada.id());
    assertThat(sites(ada.id())).isEmpty();
  }

  private Set<String> sites(ActorId actor) {
    Map<ActorId, Set<String>> all =
        town.database.read(db -> town.actors.attributions().of(db, List.of(actor)));
    return all.getOrDefault(actor, Set.of());
  }

  @Test
  void sitesCoverWhatIsBelowThem() {
    town.database.run(tx ->
        town.actors.attribute(tx, ada.id(), List.of("https://News.example/about", "b.example")));
    assertThat(sites(ada.id())).containsExactly("b.example", "news.example");
    assertThat(Attributions.cover(sites(ada.id()), "www.news.example")).isTrue();
    assertThat(Attributions.cover(sites(ada.id()), "news.example")).isTrue();
    assertThat(Attributions.cover(sites(ada.id()), "fakenews.example")).isFalse();
  }

  @Test
  void theTimelineOfALinkHoldsOpenPostsOnly() {
    web.page(URL, PAGE + "<link rel=canonical href=\"https://news.example/s\">");
    Post open = town.posts.publish(Draft.of(ada.id(), URL));
    town.posts.publish(Draft.of(ada.id(), "psst " + URL).withReach(Reach.FOLLOWERS));
    town.posts.publish(Draft.of(ada.id(), "quiet " + URL).withReach(Reach.QUIET));
    later(Duration.ofMinutes(1));
    for (String url : List.of(URL, "https://news.example/s")) {
      List<Card> leading = town.database.read(db -> cards.leadingTo(db, new Iri(url)));
      List<Long> ids = leading.stream().map(Card::id).toList();
      assertThat(cards.posts(null, ids, Cursor.first(20)).items()).containsExactly(open.id());
    }
    List<Card> none = town.database.read(db -> cards.leadingTo(db, new Iri("https://no.example/")));
    assertThat(none).isEmpty();
  }
}
