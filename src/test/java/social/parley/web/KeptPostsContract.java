package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;

/**
 * Pages keep posts as they were last shown; whatever changes one is on the next page all the same,
 * and nobody gets to see what is another's. Ada writes, Bob and Eve read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeptPostsContract {
  private Fediverse fediverse;
  private Person ada;
  private Person bob;
  private Person eve;
  private Guest bobs;
  private Guest eves;

  abstract Fediverse open(String host);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    bob = fediverse.person("bob", "alpha.test");
    eve = fediverse.person("eve", "alpha.test");
    bob.follow(ada);
    eve.follow(ada);
    fediverse.settle();
    bobs = loggedIn("bob");
    eves = loggedIn("eve");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Guest loggedIn(String name) {
    return stranger().enter(name, Instance.PASSWORD);
  }

  private Guest stranger() {
    return new Guest("http://" + ada.server().authority());
  }

  /** What both have just seen on their homes, so that it is kept. */
  private Status seen(String text, String... parameters) {
    Status post = ada.write(text, parameters);
    fediverse.settle();
    assertThat(home(bobs, post)).isNotNull();
    assertThat(home(eves, post)).isNotNull();
    return post;
  }

  private static @Nullable Element home(Guest reader, Status post) {
    return on(reader, "/home", post);
  }

  private static @Nullable Element on(Guest reader, String path, Status post) {
    reader.open(path);
    assertThat(reader.status()).isEqualTo(200);
    return reader.page().selectFirst("[data-post=" + post.id() + "]");
  }

  private static String count(Element post, String action) {
    return post.select("[data-action=" + action + "] > span:last-child").text();
  }

  private static String pressed(Element post, String action) {
    return post.select("[data-action=" + action + "]").attr("aria-pressed");
  }

  @Test
  void anEditIsThereAtOnce() {
    Status post = seen("Frist!");
    Status quoting = ada.write("What I said", "quoted_status_id", post.id());
    fediverse.settle();
    assertThat(home(bobs, quoting).select(".quote").text()).contains("Frist!");
    ada.edit(post, "First!");
    assertThat(home(bobs, post).select(".prose").text()).isEqualTo("First!");
    assertThat(home(eves, post).select(".post-edited")).hasSize(1);
    assertThat(home(bobs, quoting).select(".quote").text()).contains("First!");
  }

  @Test
  void whatOnePressesIsCountedForAllAndPressedForOne() {
    Status post = seen("Press me");
    for (String action : new String[] {"favourite", "boost"}) {
      home(bobs, post);
      bobs.submit("/posts/" + post.id() + "/" + action);
      assertThat(count(home(bobs, post), action)).isEqualTo("1");
      assertThat(pressed(home(bobs, post), action)).isEqualTo("true");
      assertThat(count(home(eves, post), action)).isEqualTo("1");
      assertThat(pressed(home(eves, post), action)).isEqualTo("false");
      home(bobs, post);
      bobs.submit("/posts/" + post.id() + "/un" + action);
      assertThat(count(home(eves, post), action)).isEmpty();
      assertThat(pressed(home(bobs, post), action)).isEqualTo("false");
    }
    home(bobs, post);
    bobs.submit("/posts/" + post.id() + "/bookmark");
    assertThat(pressed(home(bobs, post), "bookmark")).isEqualTo("true");
    assertThat(pressed(home(eves, post), "bookmark")).isEqualTo("false");
  }

  @Test
  void reactionsAreThereAtOnce() {
    Status post = seen("React");
    String react = "/posts/" + post.id() + "/react";
    home(eves, post);
    eves.open(react).submit(react, "emoji", "🎉");
    assertThat(home(bobs, post).select(".reaction").text()).isEqualTo("🎉1");
    assertThat(home(bobs, post).select(".reaction").attr("aria-pressed")).isEqualTo("false");
    assertThat(home(eves, post).select(".reaction").attr("aria-pressed")).isEqualTo("true");
    eves.submit(react, "take_back", "🎉");
    assertThat(home(bobs, post).select(".reaction")).isEmpty();
  }

  @Test
  void whatIsDeletedIsGone() {
    Status post = seen("Not for long");
    Status quoting = ada.write("Mark my words", "quoted_status_id", post.id());
    fediverse.settle();
    home(bobs, quoting);
    ada.delete(post);
    assertThat(home(bobs, post)).isNull();
    assertThat(home(bobs, quoting).select(".quote").text()).contains("has been deleted");
  }

  @Test
  void votesAreThereAtOnceAndPollsEnd() {
    Status post =
        seen("Tea?", "poll[options][]", "Yes", "poll[options][]", "No", "poll[expires_in]", "3600");
    assertThat(home(eves, post).select(".poll-foot").text()).contains("60 min left");
    bobs.submit("/posts/" + post.id() + "/vote", "choice[]", "0");
    assertThat(home(bobs, post).select(".poll-results .leading").text()).contains("100%", "Yes");
    assertThat(home(eves, post).select("form.poll .poll-foot").text()).contains("1 person voted");
    fediverse.clock().advance(Duration.ofMinutes(10));
    assertThat(home(eves, post).select(".poll-foot").text()).contains("50 min left");
    fediverse.clock().advance(Duration.ofMinutes(51));
    assertThat(home(eves, post).select(".poll-results .leading").text()).contains("100%", "Yes");
    assertThat(home(eves, post).select("form.poll")).isEmpty();
  }

  @Test
  void whoIsBlockedIsGone() {
    Person cat = fediverse.person("cat", "alpha.test");
    bob.follow(cat);
    Status post = cat.write("I am here");
    Status quoting = ada.write("Listen to cat", "quoted_status_id", post.id());
    fediverse.settle();
    assertThat(home(bobs, post)).isNotNull();
    assertThat(home(bobs, quoting).select(".quote").text()).contains("I am here");
    assertThat(home(eves, quoting).select(".quote").text()).contains("I am here");
    bob.block(cat);
    assertThat(home(bobs, post)).isNull();
    assertThat(home(bobs, quoting).select(".quote").text()).doesNotContain("I am here");
    assertThat(home(eves, quoting).select(".quote").text()).contains("I am here");
  }

  @Test
  void anotherNameIsThereAtOnce() {
    Person dan = fediverse.person("dan", "alpha.test");
    bob.follow(dan);
    fediverse.settle();
    Status post = eve.write("To be boosted by Dan");
    Status own = dan.reply(post, "And answered");
    Status boost = dan.boost(post);
    fediverse.settle();
    assertThat(home(bobs, boost).select(".post-note").text()).isEqualTo("dan boosted");
    assertThat(on(bobs, "/@dan/replies", own).select(".post-name").text()).isEqualTo("dan");
    dan.profile("display_name", "Daniel");
    assertThat(home(bobs, boost).select(".post-note").text()).isEqualTo("Daniel boosted");
    assertThat(on(bobs, "/@dan/replies", own).select(".post-name").text()).isEqualTo("Daniel");
    eve.profile("display_name", "Evelyn");
    assertThat(home(bobs, boost).select(".post-name").text()).isEqualTo("Evelyn");
    assertThat(on(bobs, "/@dan/replies", own).select(".post-note").text()).contains("Evelyn");
    eve.profile("display_name", "");
  }

  @Test
  void anEmojiThatIsRemovedIsANameAgain() {
    Person staff = ada.server().staff("sue", Role.ADMIN);
    String files = "/api/v1/pleroma/emoji/packs/files";
    ada.server()
        .client()
        .upload(files, staff.token(), Pictures.png(20, 20), "shortcode", "passing");
    ada.profile("display_name", "Ada :passing:");
    Status post = seen("So :passing:");
    assertThat(home(bobs, post).select(".prose img.emoji")).hasSize(1);
    assertThat(home(bobs, post).select(".post-name img.emoji")).hasSize(1);
    ada.server().client().send("DELETE", files + "?shortcode=passing", null, null, staff.token());
    assertThat(home(bobs, post).select("img.emoji")).isEmpty();
    assertThat(home(bobs, post).select(".prose").text()).isEqualTo("So :passing:");
    assertThat(home(bobs, post).select(".post-name").text()).isEqualTo("Ada :passing:");
    ada.profile("display_name", "");
  }

  @Test
  void aFilterCountsAtOnceForWhoMadeIt() {
    Status post = seen("About kumquats");
    String filter =
        bob.post(
                "/api/v2/filters",
                "title",
                "No kumquats",
                "context[]",
                "home",
                "filter_action",
                "warn",
                "keywords_attributes[][keyword]",
                "kumquats")
            .path("id")
            .asString();
    assertThat(home(bobs, post).select(".cover-filter summary").text()).contains("No kumquats");
    assertThat(home(eves, post).select(".cover-filter")).isEmpty();
    assertThat(on(bobs, "/local", post).select(".cover-filter")).isEmpty();
    bob.put("/api/v2/filters/" + filter, "title", "None of these");
    assertThat(home(bobs, post).select(".cover-filter summary").text()).contains("None of these");
    bob.put("/api/v2/filters/" + filter, "filter_action", "hide");
    assertThat(home(bobs, post)).isNull();
    assertThat(home(eves, post)).isNotNull();
  }

  @Test
  void whoIsMutedIsGoneAndComesBack() {
    Status post = seen("Too much of this");
    bob.mute(ada, Duration.ofHours(1));
    assertThat(home(bobs, post)).isNull();
    assertThat(on(bobs, "/local", post)).isNull();
    assertThat(home(eves, post)).isNotNull();
    bob.post("/api/v1/accounts/" + bob.idOf(ada) + "/unmute");
    assertThat(on(bobs, "/local", post)).isNotNull();
  }

  @Test
  void everybodyReadsTheirOwnLanguage() {
    Status post = seen("Words");
    assertThat(home(bobs, post).select("[data-key=reply]").attr("title")).isEqualTo("Reply");
    preference("locale", "de");
    assertThat(home(bobs, post).select("[data-key=reply]").attr("title")).isEqualTo("Antworten");
    assertThat(home(eves, post).select("[data-key=reply]").attr("title")).isEqualTo("Reply");
    preference("locale", "en");
    assertThat(home(bobs, post).select("[data-key=reply]").attr("title")).isEqualTo("Reply");
  }

  private void preference(String name, String value) {
    bobs.open("/settings/preferences").submit("/settings/preferences", name, value);
  }

  @Test
  void everybodyIsWarnedAsTheyWant() {
    String picture = ada.upload(Pictures.png(40, 30), "A field.");
    Status covered = seen("Spoiler", "spoiler_text", "About a film");
    Status veiled = seen("Look", "media_ids[]", picture, "sensitive", "true");
    assertThat(home(bobs, covered).select("details.cover[open]")).isEmpty();
    assertThat(home(bobs, veiled).select("details.veil[open]")).isEmpty();
    preference("expand_warnings", "true");
    preference("show_media", "all");
    assertThat(home(bobs, covered).select("details.cover[open]")).hasSize(1);
    assertThat(home(bobs, veiled).select("details.veil[open]")).hasSize(1);
    assertThat(home(eves, covered).select("details.cover[open]")).isEmpty();
    assertThat(home(eves, veiled).select("details.veil[open]")).isEmpty();
    preference("show_media", "default");
    preference("expand_warnings", "false");
  }

  @Test
  void timesGoOn() {
    Status post = seen("What time is it?");
    assertThat(home(bobs, post).select(".post-when time").text()).isEqualTo("now");
    fediverse.clock().advance(Duration.ofMinutes(5));
    assertThat(home(bobs, post).select(".post-when time").text()).isEqualTo("5 min");
    fediverse.clock().advance(Duration.ofMinutes(60));
    assertThat(home(bobs, post).select(".post-when time").text()).isEqualTo("1 h");
    fediverse.clock().advance(Duration.ofHours(49));
    assertThat(home(bobs, post).select(".post-when time").text()).isEqualTo("2 d");
  }

  @Test
  void everyPageHasFormsOfItsOwn() {
    Status post = seen("Forms");
    Element bobsForm = home(bobs, post).selectFirst("form.actions");
    Element evesForm = on(eves, "/@ada", post).selectFirst("form.actions");
    String token = evesForm.select("[name=csrf]").val();
    assertThat(bobsForm.select("[name=csrf]").val()).isNotBlank().isNotEqualTo(token);
    assertThat(bobsForm.select("[name=back]").val()).isEqualTo("/home");
    assertThat(evesForm.select("[name=back]").val()).isEqualTo("/@ada");
    assertThat(on(eves, "/local?max_id=9000000000000000000&x=%22%3Cb", post).select("[name=back]"))
        .allSatisfy(back ->
            assertThat(back.val()).isEqualTo("/local?max_id=9000000000000000000&x=%22%3Cb"));
    assertThat(on(stranger(), "/@ada", post).select("form, [name=csrf]")).isEmpty();
    String menu = "/posts/" + post.id() + "/menu";
    assertThat(bobs.open(menu).page().select(".menu-item[href$=/edit]")).isEmpty();
    assertThat(bobs.comingFrom("http://evil.test/home").open(menu).page().select("[name=back]"))
        .extracting(Element::val)
        .containsOnly("/@ada/" + post.id());
    // Nobody is led back to where they only passed through.
    for (String passed : new String[] {menu, "/auth/sign_in?next=" + menu}) {
      bobs.comingFrom(ada.server().settings().url().value() + passed).open(menu);
      assertThat(bobs.page().select(".menu-page [name=back]").val())
          .isEqualTo("/@ada/" + post.id());
    }
    assertThat(loggedIn("ada").open(menu).page().select(".menu-item[href$=/edit]")).hasSize(1);
    eves.open("/@ada").submit("/posts/" + post.id() + "/favourite");
    assertThat(eves.status()).isEqualTo(200);
    assertThat(count(home(bobs, post), "favourite")).isEqualTo("1");
  }
}
