package social.parley.mastodon.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import social.parley.announcements.Notice;
import social.parley.announcements.NoticeDraft;
import social.parley.announcements.Notices;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import tools.jackson.databind.JsonNode;

/** Announcements as people's apps have them. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AnnouncementsContract {
  private static final String PATH = "/api/v1/announcements";

  private Fediverse fediverse;
  private Person ada;
  private Person bob;
  private Notices notices;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    bob = fediverse.person("bob", "alpha.test");
    notices = fediverse.at("alpha.test").community().notices();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private JsonNode seen(Person who, Notice notice) {
    for (JsonNode one : who.get(PATH))
      if (one.path("id").asString().equals(Long.toString(notice.id()))) return one;
    return who.get(PATH).path("absent");
  }

  private int send(Person who, String method, Notice notice, String rest) {
    String path = PATH + "/" + notice.id() + rest;
    return who.server().client().send(method, path, null, null, who.token()).status();
  }

  private static String reaction(String emoji) {
    return "/reactions/" + URLEncoder.encode(emoji, StandardCharsets.UTF_8);
  }

  @Test
  void anAnnouncementHasAllItsMembers() {
    Status post = ada.write("Look here");
    Notice notice = notices.create(NoticeDraft.of("**Hello** @ada #news " + post.url()));
    JsonNode one = seen(bob, notice);
    assertThat(one.path("content").asString()).contains("<strong>Hello</strong>");
    assertThat(one.at("/mentions/0/acct").asString()).isEqualTo("ada");
    assertThat(one.at("/tags/0/name").asString()).isEqualTo("news");
    assertThat(one.at("/statuses/0/id").asString()).isEqualTo(post.id());
    assertThat(one.path("read").asBoolean(true)).isFalse();
    assertThat(one.path("all_day").asBoolean(true)).isFalse();
    assertThat(one.path("published_at").asString()).endsWith("Z");
    assertThat(one.path("reactions").isArray()).isTrue();
    assertThat(send(bob, "POST", notice, "/dismiss")).isEqualTo(200);
    assertThat(seen(bob, notice).path("read").asBoolean()).isTrue();
    assertThat(seen(ada, notice).path("read").asBoolean()).isFalse();
    notices.edit(notice.id(), NoticeDraft.of("Changed"));
    assertThat(seen(bob, notice).path("content").asString()).contains("Changed");
    notices.delete(notice.id());
    assertThat(seen(bob, notice).isMissingNode()).isTrue();
    assertThat(send(bob, "POST", notice, "/dismiss")).isEqualTo(404);
  }

  @Test
  void reactionsAreCounted() {
    Notice notice = notices.create(NoticeDraft.of("React"));
    assertThat(send(ada, "PUT", notice, reaction("🎉"))).isEqualTo(200);
    assertThat(send(bob, "PUT", notice, reaction("🎉"))).isEqualTo(200);
    assertThat(send(bob, "PUT", notice, reaction("🎉"))).isEqualTo(200);
    JsonNode reaction = seen(bob, notice).at("/reactions/0");
    assertThat(reaction.path("name").asString()).isEqualTo("🎉");
    assertThat(reaction.path("count").asInt()).isEqualTo(2);
    assertThat(reaction.path("me").asBoolean()).isTrue();
    assertThat(send(bob, "DELETE", notice, reaction("🎉"))).isEqualTo(200);
    assertThat(seen(bob, notice).at("/reactions/0/me").asBoolean(true)).isFalse();
    assertThat(send(bob, "PUT", notice, reaction("nothing"))).isEqualTo(422);
  }

  @Test
  void whatIsDueLaterWaitsAndWhatIsOverGoes() {
    Instant now = fediverse.clock().instant();
    Notice notice =
        notices.create(
            new NoticeDraft(
                "Party", null, now.plus(Duration.ofHours(3)), true, now.plus(Duration.ofHours(1))));
    assertThat(seen(bob, notice).isMissingNode()).isTrue();
    fediverse.after(Duration.ofHours(2));
    assertThat(seen(bob, notice).path("all_day").asBoolean()).isTrue();
    fediverse.after(Duration.ofHours(2));
    assertThat(seen(bob, notice).isMissingNode()).isTrue();
    assertThat(notices.all()).extracting(Notice::id).contains(notice.id());
  }

  @Test
  void strangersReadNone() {
    assertThat(ada.server().client().get(PATH, null).status()).isEqualTo(401);
    assertThat(List.of(send(ada, "POST", notices.create(NoticeDraft.of("x")), "/dismiss")))
        .containsExactly(200);
  }
}
