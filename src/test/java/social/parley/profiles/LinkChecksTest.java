package social.parley.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.actors.ActorChanged;
import social.parley.actors.ProfileEdit;
import social.parley.actors.ProfileField;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.fetch.Delivered;
import social.parley.fetch.Downloaded;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.follows.Followed;
import social.parley.posts.Network;
import social.parley.posts.Town;
import social.parley.signatures.SigningKey;
import social.parley.storage.Databases;
import social.parley.storage.Subscribers;

/** Links of profiles are verified while their pages link back. */
class LinkChecksTest {
  private static final String PAGE = "https://ada.example/about";

  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final Network network = new Network();
  private final Pages pages = new Pages();
  private Town alpha;
  private Town beta;
  private LinkChecks checks;
  private Actor ada;

  /** A web of pages that a test has written. */
  private static final class Pages implements Fetcher {
    final Map<String, Fetched> answers = new HashMap<>();
    final List<String> asked = new ArrayList<>();

    void put(String url, String type, String body) {
      answers.put(
          url,
          new Fetched.Document(
              new Iri(url), 200, type, body.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    @Override
    public Fetched get(Iri url, FetchOptions options) {
      asked.add(url.value());
      return answers.getOrDefault(url.value(), new Fetched.Missing(404));
    }

    @Override
    public Delivered post(
        Iri inbox, byte[] body, String type, SigningKey key, Map<String, String> headers) {
      throw new UnsupportedOperationException("nothing is delivered here");
    }

    @Override
    public Downloaded download(Iri url, Path to, long maxBytes) {
      throw new UnsupportedOperationException("nothing is downloaded here");
    }
  }

  @BeforeEach
  void build() {
    alpha = new Town("alpha.test", network, Databases.sqlite(folder.resolve("a")), clock, folder);
    beta = new Town("beta.test", network, Databases.sqlite(folder.resolve("b")), clock, folder);
    checks =
        new LinkChecks(
            alpha.database, clock, new Random(7), alpha.jobs, alpha.actors, alpha.follows, pages);
    alpha.database.subscribe(
        new Subscribers()
            .on(FieldsSaved.class, checks::saved)
            .on(ActorChanged.class, checks::changed)
            .on(Followed.class, checks::followed));
    ada = alpha.person("ada");
  }

  @AfterEach
  void close() {
    alpha.close();
    beta.close();
  }

  private static ProfileField link(String url) {
    return new ProfileField(
        "Site", "<a href=\"" + url + "\" rel=\"me\">" + url + "</a>", url, null);
  }

  private void save(ProfileField... fields) {
    alpha.database.run(tx -> {
      alpha.actors.edit(tx, ada.id(), new ProfileEdit().fields(List.of(fields)));
      tx.announce(new FieldsSaved(ada.id()));
    });
    alpha.jobs.runDue();
  }

  private boolean isVerified(Actor actor) {
    return alpha.actors.byId(actor.id()).orElseThrow().fields().getFirst().verifiedAt() != null;
  }

  private String back(String rel) {
    return "<html><body><a href='" + ada.url().toUpperCase() + "/' rel='" + rel + "'>me</a>";
  }

  @Test
  void aPageThatLinksBackVerifies() {
    pages.put(PAGE, "text/html; charset=utf-8", back("nofollow ME noopener"));
    save(link(PAGE));
    assertThat(isVerified(ada)).isTrue();
    assertThat(pages.asked).containsExactly(PAGE);
  }

  @Test
  void onlyALinkOfOneselfCounts() {
    pages.put(PAGE, "text/html", back("friend home"));
    save(link(PAGE));
    assertThat(isVerified(ada)).isFalse();
    pages.put(PAGE, "text/html", "<a rel='me' href='https://alpha.test/@eve'>Eve</a>");
    save(link(PAGE));
    assertThat(isVerified(ada)).isFalse();
    pages.put(PAGE, "text/plain", back("me"));
    save(link(PAGE));
    assertThat(isVerified(ada)).isFalse();
    pages.put(PAGE, "text/html", "<head><link rel=me href=" + ada.iri() + "></head>");
    save(link(PAGE));
    assertThat(isVerified(ada)).isTrue();
  }

  @Test
  void relationsAreWordsHoweverManyThereAre() {
    pages.put(PAGE, "text/html", back("friend\n\nme"));
    save(link(PAGE));
    assertThat(isVerified(ada)).isTrue();
    pages.put(PAGE, "text/html", back("me ".repeat(20_000) + "\n\nfriend"));
    save(link(PAGE));
    assertThat(isVerified(ada)).isTrue();
  }

  @Test
  void textsAreNoLinks() {
    save(new ProfileField("Words", "see <a href=\"" + PAGE + "\">this</a>", "see " + PAGE, null));
    assertThat(pages.asked).isEmpty();
  }

  @Test
  void pagesAreLookedAtAgainAndOnlyAClearAnswerTakesBack() {
    pages.put(PAGE, "text/html", back("me"));
    save(link(PAGE));
    pages.answers.put(PAGE, new Fetched.Unreachable("asleep", null));
    fortnight();
    assertThat(pages.asked.size()).isGreaterThan(1);
    assertThat(isVerified(ada)).isTrue();
    pages.put(PAGE, "text/html", "<p>Sold");
    fortnight();
    assertThat(isVerified(ada)).isFalse();
  }

  private void fortnight() {
    alpha.jobs.start();
    alpha.jobs.stop();
    for (int day = 0; day < 30; day++) {
      clock.advance(Duration.ofHours(12));
      alpha.jobs.runDue();
    }
  }

  @Test
  void thoseOfOthersAreLookedAtOnceSomebodyHereFollowsThem() {
    Actor bob = beta.person("bob");
    beta.database.run(
        tx -> beta.actors.edit(tx, bob.id(), new ProfileEdit().fields(List.of(link(PAGE)))));
    pages.put(PAGE, "text/html", "<a rel=me href='" + bob.url() + "'>Bob</a>");
    Actor known = alpha.meet(bob);
    alpha.jobs.runDue();
    clock.advance(Duration.ofMinutes(20));
    alpha.jobs.runDue();
    assertThat(pages.asked).isEmpty();
    alpha.follow(ada, bob);
    clock.advance(Duration.ofMinutes(20));
    alpha.jobs.runDue();
    assertThat(isVerified(known)).isTrue();
  }
}
