package social.parley.mastodon.timelines;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import tools.jackson.databind.JsonNode;

/** What holds on every list of posts alike, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SurfacesContract {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "alpha.test");
    ada.follow(ben);
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(one -> one.path("id").asString()).toList();
  }

  private String list(Person owner, Person member) {
    String id = owner.post("/api/v1/lists", "title", "L").path("id").asString();
    owner.post("/api/v1/lists/" + id + "/accounts", "account_ids[]", member.id());
    return id;
  }

  /** All posts in an answer, wherever they stand in it. */
  private static List<JsonNode> statuses(JsonNode answer) {
    List<JsonNode> found = new ArrayList<>();
    if (answer.has("content") && answer.has("spoiler_text")) found.add(answer);
    else for (JsonNode member : answer) found.addAll(statuses(member));
    return found;
  }

  @Test
  void whatAFilterMatchesIsMarkedOnEverySurface() {
    Person eva = fediverse.person("eva", "alpha.test");
    Person fay = fediverse.person("fay", "alpha.test");
    eva.follow(ben);
    String list = list(eva, ben);
    Status own = eva.write("Start");
    Status post = ben.write("marzipan #sweets");
    Status answer = ben.write("marzipan again", "in_reply_to_id", own.id());
    ben.write("@eva marzipan for you");
    ben.write("@eva marzipan in secret", "visibility", "direct");
    ben.write("marzipan quoted", "quoted_status_id", own.id());
    for (Person fan : List.of(eva, fay)) {
      fan.post("/api/v1/statuses/" + post.id() + "/favourite");
      fan.post("/api/v1/statuses/" + post.id() + "/reblog");
    }
    eva.post("/api/v1/statuses/" + post.id() + "/bookmark");
    fediverse.settle();
    ben.server().community().trends().refresh();
    eva.post(
        "/api/v2/filters",
        "title",
        "T",
        "context[]",
        "home",
        "context[]",
        "public",
        "context[]",
        "notifications",
        "context[]",
        "thread",
        "context[]",
        "account",
        "keywords_attributes[][keyword]",
        "marzipan");
    Map<String, Integer> unmarked = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/api/v1/timelines/home",
            "/api/v1/timelines/public",
            "/api/v1/timelines/tag/sweets",
            "/api/v1/timelines/list/" + list,
            "/api/v1/timelines/direct",
            "/api/v1/conversations",
            "/api/v1/accounts/" + ben.id() + "/statuses",
            "/api/v1/statuses/" + own.id() + "/context",
            "/api/v1/statuses/" + own.id() + "/quotes",
            "/api/v1/statuses/" + answer.id(),
            "/api/v1/statuses?id[]=" + post.id(),
            "/api/v1/notifications?types[]=mention",
            "/api/v2/notifications?types[]=mention",
            "/api/v1/bookmarks",
            "/api/v1/favourites",
            "/api/v1/trends/statuses",
            "/api/v2/search?type=statuses&q=marzipan")) {
      int marked = 0;
      for (JsonNode status : statuses(eva.get(path))) {
        boolean matches = status.path("content").asString().contains("marzipan");
        assertThat(status.path("filtered").size()).as(path).isEqualTo(matches ? 1 : 0);
        if (matches) marked++;
      }
      if (marked == 0) unmarked.put(path, marked);
    }
    assertThat(unmarked).as("surfaces without a match").isEmpty();
    for (JsonNode status : statuses(fay.get("/api/v1/timelines/public")))
      assertThat(status.path("filtered")).as("nobody else's").isEmpty();
  }

  @Test
  void tagsAreCombined() {
    Status tea = ben.write("#tea");
    Status cake = ben.write("#cake");
    Status both = ben.write("#tea and #cake");
    Status three = ben.write("#tea #cake #jam");
    String path = "/api/v1/timelines/tag/tea";
    assertThat(ids(ada.get(path))).containsExactly(three.id(), both.id(), tea.id());
    assertThat(ids(ada.get(path + "?any[]=cake")))
        .containsExactly(three.id(), both.id(), cake.id(), tea.id());
    assertThat(ids(ada.get(path + "?all[]=Cake"))).containsExactly(three.id(), both.id());
    assertThat(ids(ada.get(path + "?none[]=jam"))).containsExactly(both.id(), tea.id());
    assertThat(ids(ada.get(path + "?any[]=cake&none[]=jam")))
        .containsExactly(both.id(), cake.id(), tea.id());
    assertThat(ids(ada.get(path + "?all[]=cake&all[]=jam"))).containsExactly(three.id());
    assertThat(ids(ada.get(path + "?limit=1&all[]=cake&max_id=" + three.id())))
        .containsExactly(both.id());
  }

  @Test
  void pagesAreExact() {
    Person gil = fediverse.person("gil", "alpha.test");
    Person hal = fediverse.person("hal", "alpha.test");
    hal.follow(gil);
    String list = list(hal, gil);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) all.addFirst(gil.write("Number " + i + " #seven").id());
    for (String path :
        List.of(
            "/api/v1/timelines/home",
            "/api/v1/timelines/public",
            "/api/v1/timelines/tag/seven",
            "/api/v1/timelines/list/" + list,
            "/api/v1/accounts/" + gil.id() + "/statuses")) {
      String two = path + "?limit=2";
      assertThat(ids(hal.get(two))).as(path).isEqualTo(all.subList(0, 2));
      assertThat(ids(hal.get(two + "&max_id=" + all.get(1)))).as(path).isEqualTo(all.subList(2, 4));
      assertThat(ids(hal.get(two + "&min_id=" + all.get(5)))).as(path).isEqualTo(all.subList(3, 5));
      assertThat(ids(hal.get(two + "&since_id=" + all.get(5))))
          .as(path)
          .isEqualTo(all.subList(0, 2));
      assertThat(ids(hal.get(two + "&min_id=" + all.get(5) + "&max_id=" + all.get(3))))
          .as(path)
          .isEqualTo(all.subList(4, 5));
      assertThat(ids(hal.get(two + "&min_id=" + all.get(0)))).as(path).isEmpty();
    }
  }

  @Test
  void totalsAndFollowersAreHiddenFromOthers() {
    Person ivy = fediverse.person("ivy", "alpha.test");
    Status poll =
        ivy.write(
            "Which?",
            "poll[options][]",
            "this",
            "poll[options][]",
            "that",
            "poll[expires_in]",
            "3600",
            "poll[hide_totals]",
            "true");
    ada.vote(poll, 0);
    assertThat(ada.view(poll).at("/poll/options/0/votes_count").isNull()).isTrue();
    fediverse.after(Duration.ofHours(2));
    assertThat(ada.view(poll).at("/poll/options/0/votes_count").asInt()).isEqualTo(1);
    ada.follow(ivy);
    ivy.follow(ada);
    ivy.profile("hide_collections", "true");
    for (String side : List.of("followers", "following")) {
      String path = "/api/v1/accounts/" + ivy.id() + "/" + side;
      assertThat(ada.get(path)).isEmpty();
      assertThat(ada.server().client().get(path, null).json()).isEmpty();
      assertThat(ids(ivy.get(path))).containsExactly(ada.id());
    }
    assertThat(ada.profile(ivy).path("followers_count").asInt()).isEqualTo(1);
  }

  @Test
  void filmsAndSoundAreRefusedWithTheReason() {
    byte[] film = new byte[64];
    System.arraycopy("....ftypisom".getBytes(US_ASCII), 0, film, 0, 12);
    byte[] sound = "ID3 and so on, for a while".getBytes(US_ASCII);
    for (String path : List.of("/api/v1/media", "/api/v2/media"))
      for (byte[] file : List.of(film, sound)) {
        var answer = ada.server().client().upload(path, ada.token(), file);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/error")).contains("no video or sound yet");
      }
  }
}
