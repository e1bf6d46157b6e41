package social.parley.portability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import social.parley.accounts.Role;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.web.Guest;
import tools.jackson.databind.JsonNode;

/** What people bring from another server, by the pages. */
abstract class ImportContract extends Bringing {
  private JsonNode relation(Person of, Person to) {
    return of.get("/api/v1/accounts/relationships?id=" + of.idOf(to)).get(0);
  }

  @Test
  void whomOneFollowsComesAlongFromOneServerToAnother() {
    old.follow(ben);
    old.post(
        "/api/v1/accounts/" + old.idOf(cleo) + "/follow", "reblogs", "false", "notify", "true");
    fediverse.settle();
    Guest there = Guest.of(old).open("/settings/export/following_accounts.csv");
    Outsider late = fediverse.outsider("late.test");
    late.actor("lena");
    late.fails(503);
    Outsider gone = fediverse.outsider("gone.test");
    gone.close();
    String lost = "nobody@" + gone.authority();
    String lena = "lena@" + late.authority();
    String file = there.body() + lena + "\n" + lost + ",true,false,\nnot an address,,,\n";
    propose("following", "merge", file);
    assertThat(guest.text()).contains("5 rows", "1 row failed", "Not begun yet");
    fediverse.settle();
    assertThat(ada.is("following", ben)).isFalse();
    begin();
    ada.server().restart();
    fediverse.settle();
    assertThat(ada.is("following", ben)).isTrue();
    JsonNode far = relation(ada, cleo);
    assertThat(far.path("following").asBoolean()).isTrue();
    assertThat(far.path("showing_reblogs").asBoolean()).isFalse();
    assertThat(far.path("notifying").asBoolean()).isTrue();
    assertThat(guest.open(PAGE).text()).contains("Being worked through", "2 rows done");
    late.fails(0);
    fediverse.after(Duration.ofMinutes(6));
    assertThat(guest.open(PAGE).text()).contains("Being worked through", "3 rows done");
    assertThat(late.received()).containsExactly("Follow");
    for (int i = 0; i < 4; i++) fediverse.after(Duration.ofHours(8));
    guest.open(PAGE);
    assertThat(guest.text())
        .contains("Finished", "2 rows failed")
        .contains(lost + ": Its server cannot be reached")
        .contains("not an address,,,: This row makes no sense");
    guest.open(guest.page().select("a[href$=failures.csv]").attr("href"));
    assertThat(guest.body())
        .contains(lost + ",Its server cannot be reached\n")
        .contains("\"not an address,,,\",This row makes no sense\n");
  }

  @Test
  void whatIsNotInTheFileGoesOnlyWhereThatIsWanted() {
    Person dan = fediverse.person("dan", "beta.test");
    Person eve = fediverse.person("eve", "alpha.test");
    for (Person one : new Person[] {dan, eve}) ada.block(one);
    fediverse.settle();
    bring("blocks", "merge", cleo.handle() + "\n");
    for (Person one : new Person[] {dan, eve, cleo})
      assertThat(ada.is("blocking", one)).as(one.handle()).isTrue();
    propose("blocks", "overwrite", "Account address\n" + eve.handle().toUpperCase() + "\nben\n");
    assertThat(guest.text()).contains("2 entries that are not in it will be removed");
    assertThat(ada.is("blocking", dan)).isTrue();
    begin();
    fediverse.settle();
    assertThat(guest.open(PAGE).text()).contains("2 entries removed", "2 rows done");
    assertThat(ada.is("blocking", eve)).isTrue();
    assertThat(ada.is("blocking", ben)).isTrue();
    assertThat(ada.is("blocking", dan)).isFalse();
    assertThat(ada.is("blocking", cleo)).isFalse();
  }

  @Test
  void mutesDomainsListsAndBookmarksComeAlong() {
    Status far = cleo.write("worth keeping");
    Status secret = cleo.write("for my followers", "visibility", "private");
    bring("mutes", "merge", "Account address,Hide notifications\n" + ben.handle() + ",false\n");
    assertThat(relation(ada, ben).path("muting").asBoolean()).isTrue();
    assertThat(relation(ada, ben).path("muting_notifications").asBoolean()).isFalse();
    ada.post("/api/v1/domain_blocks", "domain", "old.example");
    bring("domains", "overwrite", "#domain\nloud.example\nno domain\n");
    assertThat(guest.text()).contains("no domain: is not a valid domain name");
    assertThat(ada.get("/api/v1/domain_blocks").valueStream().map(JsonNode::asString))
        .containsExactly("loud.example");
    bring("lists", "merge", "\"Tea, and more\"," + cleo.handle() + "\nTwo,ben\nTwo,ben\n");
    JsonNode lists = ada.get("/api/v1/lists");
    assertThat(lists.valueStream().map(one -> one.path("title").asString()))
        .containsExactly("Tea, and more", "Two");
    assertThat(
            ada.get("/api/v1/lists/" + lists.at("/0/id").asString() + "/accounts")
                .at("/0/acct")
                .asString())
        .isEqualTo(cleo.handle());
    propose("bookmarks", "merge", far.uri() + "\n" + secret.uri() + "\nmailto:x\n");
    begin();
    fediverse.settle();
    for (int i = 0; i < 4; i++) fediverse.after(Duration.ofHours(8));
    assertThat(ada.get("/api/v1/bookmarks").valueStream().map(one -> one.path("uri").asString()))
        .containsExactly(far.uri());
    assertThat(guest.open(PAGE).text()).contains("Finished", "1 row done", "2 rows failed");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    for (String file :
        new String[] {"", "\n\n", "Account address\n", "a,\"b\nc", "x".repeat(5000), "\"a\"b\n"})
      assertThat(propose("following", "merge", file).status())
          .as(file.substring(0, Math.min(20, file.length())))
          .isEqualTo(422);
    assertThat(propose("following", "merge", new byte[] {(byte) 0xff, 0, 1}).status())
        .isEqualTo(422);
    assertThat(propose("following", "merge", "ben\nb\0n\n").status()).isEqualTo(422);
    assertThat(propose("blocks", "merge", "a@b.example\n".repeat(20_002)).status()).isEqualTo(422);
    assertThat(propose("blocks", "merge", new byte[5 << 20]).status()).isEqualTo(422);
    assertThat(guest.open(PAGE).page().select("[data-import]")).isEmpty();
  }

  @Test
  void filesOfAnySpreadsheetAreRead() {
    propose(
        "lists",
        "merge",
        "\ufeffAccount address,List name,More\r\n"
            + "ben,\"Tea,\r\n\"\"or\"\" coffee\"\r\n"
            + "\r\n , \r\n"
            + cleo.handle()
            + ",#two,,,\"\"");
    assertThat(guest.text()).contains("2 rows");
    begin();
    fediverse.settle();
    assertThat(ada.get("/api/v1/lists").valueStream().map(one -> one.path("title").asString()))
        .containsExactlyInAnyOrder("Tea,\r\n\"or\" coffee", "#two");
    String wide = "ben" + ",x".repeat(31) + "\n";
    assertThat(propose("blocks", "merge", wide).status()).isEqualTo(200);
    assertThat(propose("blocks", "merge", "x," + wide).status()).isEqualTo(422);
  }

  @Test
  void othersHaveNoPartInIt() {
    propose("blocks", "merge", "ben\n");
    String begin = guest.page().select("form[action$=/begin]").attr("action");
    String failures = begin.replace("/begin", "/failures.csv");
    Guest other = Guest.of(ben);
    assertThat(other.open(failures).status()).isEqualTo(404);
    String token = other.open(PAGE).page().select("input[name=csrf]").attr("value");
    assertThat(other.forge(begin, Map.of("csrf", token)).status()).isEqualTo(404);
    assertThat(guest.forge(begin, Map.of()).status()).isEqualTo(403);
    fediverse.settle();
    assertThat(ada.is("blocking", ben)).isFalse();
    propose("mutes", "merge", "ben\n");
    assertThat(guest.page().select("[data-import]")).hasSize(1);
    guest.submit(guest.page().select("form[action$=/drop]").attr("action"));
    assertThat(guest.page().select("[data-import]")).isEmpty();
  }

  /** Signs of one kind that no index can make short. */
  private static String noise(int size, int first, int many) {
    StringBuilder text = new StringBuilder();
    new Random(7).ints(size, first, first + many).forEach(text::appendCodePoint);
    return text.toString();
  }

  @Test
  void longNonsenseIsCutShortAndIsNoFormula() {
    String far = "https://far.example/";
    propose("bookmarks", "merge", far + noise(1900, 0x4e00, 0x2000) + "\n" + far + "1\n");
    assertThat(guest.text()).contains("2 rows", "1 row failed");
    propose("domains", "merge", "loud.example\n" + noise(4000, 'a', 26) + "\n");
    assertThat(guest.text()).contains("2 rows", "1 row failed");
    propose("lists", "merge", "@Tea,=1+1\nTea,ben\n");
    guest.open(guest.page().select("a[href$=failures.csv]").attr("href"));
    assertThat(guest.body()).contains("'@Tea,\"'");
  }

  @Test
  void whoeverIsDisabledFollowsNobodyAnyMore() {
    Outsider late = fediverse.outsider("late.test");
    late.actor("lena");
    late.fails(503);
    propose("following", "merge", "lena@" + late.authority() + "\n");
    begin();
    fediverse.settle();
    Person mod = ada.server().staff("mod", Role.MODERATOR);
    mod.post("/api/v1/admin/accounts/" + mod.idOf(ada) + "/action", "type", "disable");
    mod.post("/api/v1/admin/accounts/" + mod.idOf(ada) + "/enable");
    late.fails(0);
    fediverse.after(Duration.ofHours(8));
    assertThat(late.received()).isEmpty();
    assertThat(Guest.of(ada).open(PAGE).page().select("[data-import]")).isEmpty();
  }

  @Test
  void aRowThatBreaksHoldsUpNoOther() {
    propose("following", "merge", cleo.handle() + "\nben\n");
    change("UPDATE import_rows SET detail = 'broken' WHERE line = 1");
    begin();
    fediverse.settle();
    assertThat(ada.is("following", ben)).isTrue();
    for (int i = 0; i < 4; i++) fediverse.after(Duration.ofHours(8));
    assertThat(guest.open(PAGE).text()).contains("Finished", "1 row done", "1 row failed");
  }

  @Test
  void aStepThatIsDoneTwiceGoesOnOnce() {
    Outsider late = fediverse.outsider("late.test");
    late.actor("lena");
    late.fails(503);
    propose("following", "merge", "lena@" + late.authority() + "\n");
    begin();
    change(
        """
        INSERT INTO jobs (id, kind, payload, due_at, attempts)
        SELECT 1, kind, payload, due_at, attempts FROM jobs
        WHERE kind = 'portability.import'\
        """);
    fediverse.settle();
    long waiting =
        ada.server()
            .community()
            .database()
            .read(db ->
                db.query("SELECT count(*) FROM jobs WHERE kind = 'portability.import'")
                    .mapTo(long.class)
                    .one());
    assertThat(waiting).isEqualTo(1);
  }

  @Test
  void importsFollowNoneWithoutEnd() {
    ada.follow(ben);
    String many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7499) ";
    change(
        """
        INSERT INTO actors (id, iri, kind, username, domain, local, display_name, bio_html,
          bio_source, fields, url, inbox, avatar_description, header_description, locked, bot,
          discoverable, indexable, hide_collections, memorial, also_known_as, emoji, created_at,
          standing, handle_key)
        """
            + many
            + """
            SELECT i, 'https://crowd.example/' || i, 'person', 'p' || i, 'crowd.example', FALSE,
              '', '', '', '[]', '', 'https://crowd.example/inbox', '', '', FALSE, FALSE, TRUE,
              TRUE, FALSE, FALSE, '[]', '[]', 0, 'ok', 'p' || i || '@crowd.example' FROM n\
            """);
    change(
        """
        INSERT INTO follows (id, follower_id, followed_id, follower_local, iri, state, boosts,
          notifying, languages, created_at)
        """
            + many
            + "SELECT i, "
            + ada.id()
            + ", i, TRUE, 'https://beta.test/f/' || i, 'accepted', TRUE, FALSE, '', 0 FROM n");
    bring("following", "merge", "ben,false\n" + cleo.handle() + "\n");
    assertThat(guest.text())
        .contains("1 row done", "1 row failed")
        .contains(cleo.handle() + ": No more than 7,500 people are followed by import");
    assertThat(relation(ada, ben).path("showing_reblogs").asBoolean()).isFalse();
    bring("lists", "merge", "Tea," + cleo.handle() + "\n");
    assertThat(guest.text()).contains("1 row failed");
    assertThat(ada.is("following", cleo)).isFalse();
  }
}
