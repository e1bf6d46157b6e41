package social.parley.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.posts.Network;
import social.parley.posts.Town;
import social.parley.storage.Database;

/** What has been begun stays, on either database, for whoever wrote it. */
abstract class DraftsContract {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private Town town;
  private Drafts drafts;
  private ActorId ada;
  private ActorId ben;

  abstract Database open();

  @BeforeEach
  void build() {
    town = new Town("alpha.test", new Network(), open(), clock, folder);
    drafts = new Drafts(town.database, town.ids, town.clock);
    ada = town.person("ada").id();
    ben = town.person("ben").id();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private static DraftContent content(String... texts) {
    return new DraftContent(
        List.of(texts),
        "",
        true,
        false,
        "en",
        "public",
        "everybody",
        "public",
        7L,
        null,
        List.of(3L),
        new DraftPoll(List.of("Soup", "Stew"), true, 3600),
        "2030-01-01T10:00");
  }

  private static DraftContent empty() {
    return new DraftContent(
        List.of("", " "),
        "",
        false,
        false,
        "en",
        "public",
        "everybody",
        "public",
        7L,
        null,
        List.of(),
        null,
        null);
  }

  @Test
  void theSameFormIsOneDraft() {
    drafts.save(ada, "aaaaaaaa", content("Once"));
    clock.advance(Duration.ofMinutes(1));
    drafts.save(ada, "bbbbbbbb", content("Another"));
    clock.advance(Duration.ofMinutes(1));
    drafts.save(ada, "aaaaaaaa", content("Once upon a time", "the end"));
    List<SavedDraft> all = drafts.of(ada);
    assertThat(all).extracting(SavedDraft::name).containsExactly("aaaaaaaa", "bbbbbbbb");
    assertThat(all.getFirst().content()).isEqualTo(content("Once upon a time", "the end"));
    assertThat(all.getFirst().savedAt()).isEqualTo(clock.instant());
    assertThat(drafts.own(ada, all.getFirst().id())).isEqualTo(all.getFirst());
    drafts.done(ada, "aaaaaaaa");
    drafts.save(ada, "bbbbbbbb", empty());
    assertThat(drafts.of(ada)).isEmpty();
  }

  @Test
  void othersHaveTheirOwn() {
    drafts.save(ada, "aaaaaaaa", content("Mine"));
    drafts.save(ben, "aaaaaaaa", content("His"));
    long mine = drafts.of(ada).getFirst().id();
    assertThatThrownBy(() -> drafts.own(ben, mine)).isInstanceOf(Refused.NotFound.class);
    assertThatThrownBy(() -> drafts.delete(ben, mine)).isInstanceOf(Refused.NotFound.class);
    drafts.done(ben, "aaaaaaaa");
    assertThat(drafts.own(ada, mine).content().texts()).containsExactly("Mine");
    drafts.delete(ada, mine);
    assertThat(drafts.of(ada)).isEmpty();
    drafts.save(ada, "cccccccc", content("Again"));
    town.database.run(tx -> drafts.forget(tx, ada));
    assertThat(drafts.of(ada)).isEmpty();
  }

  @Test
  void thereIsAnEndToThem() {
    for (int i = 0; i < Drafts.MOST; i++)
      drafts.save(ada, "%08x".formatted(i), content("Number " + i));
    drafts.save(ada, "%08x".formatted(3), content("Number 3 again"));
    assertThatThrownBy(() -> drafts.save(ada, "ffffffff", content("One too many")))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> drafts.save(ben, "aaaaaaaa", content("x".repeat(200_000))))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> drafts.save(ben, "../../etc", content("x")))
        .isInstanceOf(Refused.Invalid.class);
    assertThat(drafts.of(ben)).isEmpty();
  }
}
