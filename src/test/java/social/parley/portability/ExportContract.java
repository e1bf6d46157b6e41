package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.fediverse.Await;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.web.Guest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people take along from their server, by the pages. */
abstract class ExportContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PAGE = "/settings/export";
  private static final String ARCHIVE = PAGE + "/archive";

  private Fediverse fediverse;
  private Person ada;
  private Person ben;
  private Person cleo;

  abstract Fediverse open(String... hosts);

  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test");
    ada = fediverse.person("ada", "alpha.test");
    cleo = fediverse.person("cleo", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  private static String file(Guest guest, String name) {
    guest.open(PAGE + "/" + name);
    assertThat(guest.status()).isEqualTo(200);
    assertThat(guest.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + name + "\"");
    assertThat(guest.header("Cache-Control")).contains("no-store");
    return guest.body();
  }

  private static String rows(Guest guest, String name) {
    return guest.page().select("li:has(a[href$=/" + name + "]) .hint").text();
  }

  @Test
  void listsAreFilesAsMastodonWritesThem() {
    String follow = "/api/v1/accounts/" + ada.idOf(ben) + "/follow";
    ada.follow(cleo);
    ada.post(
        follow, "reblogs", "false", "notify", "true", "languages[]", "de", "languages[]", "fr");
    ben.follow(ada);
    fediverse.settle();
    Person dan = fediverse.person("dan", "alpha.test");
    Person eve = fediverse.person("eve", "beta.test");
    ada.block(dan);
    ada.post("/api/v1/accounts/" + ada.idOf(eve) + "/mute", "notifications", "false");
    ada.post("/api/v1/domain_blocks", "domain", "loud.example");
    String list = ada.post("/api/v1/lists", "title", "Bed, \"bath\"").path("id").asString();
    ada.post("/api/v1/lists/" + list + "/accounts", "account_ids[]", ada.idOf(ben));
    Status kept = cleo.write("worth keeping");
    ada.act("bookmark", kept);
    Status hidden = cleo.write("for my followers", "visibility", "private");
    ada.act("bookmark", hidden);
    cleo.block(ada);
    ada.post(
        "/api/v2/filters",
        "title",
        "Sports",
        "context[]",
        "home",
        "filter_action",
        "hide",
        "keywords_attributes[][keyword]",
        "football",
        "keywords_attributes[][whole_word]",
        "true");
    Guest guest = Guest.of(ada).open(PAGE);
    for (String name : List.of("following_accounts.csv", "followers.csv", "custom_filters.json"))
      assertThat(rows(guest, name)).as(name).isEqualTo("1 entry");
    assertThat(rows(guest, "bookmarks.csv")).isEqualTo("0 entries");
    assertThat(file(guest, "following_accounts.csv"))
        .isEqualTo(
            "Account address,Show boosts,Notify on new posts,Languages\n"
                + ben.handle()
                + ",false,true,\"de, fr\"\n");
    assertThat(file(guest, "followers.csv")).isEqualTo("Account address\n" + ben.handle() + "\n");
    assertThat(file(guest, "blocked_accounts.csv")).isEqualTo(dan.handle() + "\n");
    assertThat(file(guest, "muted_accounts.csv"))
        .isEqualTo("Account address,Hide notifications\n" + eve.handle() + ",false\n");
    assertThat(file(guest, "blocked_domains.csv")).isEqualTo("loud.example\n");
    assertThat(file(guest, "lists.csv")).isEqualTo("\"Bed, \"\"bath\"\"\"," + ben.handle() + "\n");
    assertThat(file(guest, "bookmarks.csv")).isEmpty();
    cleo.unblock(ada);
    assertThat(file(guest, "bookmarks.csv")).isEqualTo(kept.uri() + "\n");
    JsonNode filters = JSON.readTree(file(guest, "custom_filters.json")).path("custom_filters");
    assertThat(filters.at("/0/title").asString()).isEqualTo("Sports");
    assertThat(filters.at("/0/action").asString()).isEqualTo("hide");
    assertThat(filters.at("/0/context/0").asString()).isEqualTo("home");
    assertThat(filters.at("/0/keywords_attributes/0/keyword").asString()).isEqualTo("football");
    assertThat(filters.at("/0/keywords_attributes/0/whole_word").asBoolean()).isTrue();
    assertThat(filters.at("/0/expire_at").isNull()).isTrue();
  }

  private static Map<String, byte[]> unzipped(InputStream archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(archive)) {
      for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry())
        assertThat(files.put(one.getName(), zip.readAllBytes())).isNull();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return files;
  }

  private static Map<String, byte[]> archive(Guest guest) {
    guest.open(PAGE).submit(ARCHIVE, "current_password", Instance.PASSWORD);
    assertThat(guest.status()).as(guest.text()).isEqualTo(200);
    assertThat(guest.header("Content-Type")).isEqualTo("application/zip");
    assertThat(guest.header("Content-Disposition"))
        .matches("attachment; filename=\"archive-\\d{14}-ada\\.zip\"");
    return unzipped(new ByteArrayInputStream(guest.bytes()));
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    assertThat(files).containsKey(name);
    return JSON.readTree(files.get(name));
  }

  @Test
  void anArchiveHoldsAllThatIsTheirs() {
    ada.follow(cleo);
    ada.server()
        .client()
        .upload(
            "PATCH",
            "/api/v1/accounts/update_credentials",
            ada.token(),
            "avatar",
            Pictures.png(400, 400));
    Status first = ada.write("Open to all #tea");
    for (String visibility : List.of("unlisted", "private"))
      ada.write("one that is " + visibility, "visibility", visibility);
    ada.write("@" + ben.handle() + " only you", "visibility", "direct");
    Status mine =
        ada.write("Look", "media_ids[]", ada.upload(Pictures.png(64, 48), "A red square"));
    Status theirs = cleo.write("Not Ada's");
    Status shared = ben.write("From elsewhere");
    ada.find(shared.uri(), true);
    ada.boost(shared);
    ada.favourite(theirs);
    ada.act("bookmark", shared);
    fediverse.settle();

    Map<String, byte[]> files = archive(Guest.of(ada));
    JsonNode actor = json(files, "actor.json");
    assertThat(actor.path("id").asString()).isEqualTo(ada.iri());
    assertThat(actor.path("outbox").asString()).isEqualTo("outbox.json");
    assertThat(actor.path("likes").asString()).isEqualTo("likes.json");
    String avatar = actor.at("/icon/url").asString();
    assertThat(avatar).startsWith("avatar.");
    assertThat(files.get(avatar)).isNotEmpty();
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("header"));

    JsonNode outbox = json(files, "outbox.json");
    assertThat(outbox.path("type").asString()).isEqualTo("OrderedCollection");
    assertThat(outbox.path("totalItems").asInt()).isEqualTo(6);
    assertThat(outbox.has("@context")).isTrue();
    List<JsonNode> items = outbox.path("orderedItems").valueStream().toList();
    assertThat(items).hasSize(6).noneMatch(item -> item.has("@context"));
    assertThat(items.getFirst().at("/object/id").asString()).isEqualTo(first.uri());
    assertThat(items.getLast().path("type").asString()).isEqualTo("Announce");
    assertThat(items.getLast().path("object").asString()).isEqualTo(shared.uri());
    assertThat(items.get(3).at("/object/content").asString()).contains("only you");
    JsonNode attachment = items.get(4).at("/object/attachment/0");
    assertThat(attachment.path("name").asString()).isEqualTo("A red square");
    String place = attachment.path("url").asString();
    assertThat(place).startsWith("media_attachments/files/");
    assertThat(files.get(place)).isEqualTo(published(mine.at("/media_attachments/0/url")));

    assertThat(json(files, "likes.json").path("orderedItems").get(0).asString())
        .isEqualTo(theirs.uri());
    assertThat(json(files, "bookmarks.json").path("orderedItems").get(0).asString())
        .isEqualTo(shared.uri());
    assertThat(new String(files.get("following_accounts.csv"), UTF_8)).contains(cleo.handle());
  }

  private byte[] published(JsonNode url) {
    Guest anybody = new Guest(ada.server().settings().url().value());
    return anybody.open(url.asString().replaceFirst("^https?://[^/]+", "")).bytes();
  }

  @Test
  void onlyTheirOwnersGetThem() {
    Guest stranger = new Guest(ada.server().settings().url().value());
    for (String path : List.of(PAGE, PAGE + "/followers.csv")) {
      stranger.open(path);
      assertThat(stranger.page().select("form[action=/auth/sign_in]")).as(path).isNotEmpty();
    }
    stranger.forge(ARCHIVE, Map.of("current_password", Instance.PASSWORD));
    assertThat(stranger.header("Content-Type")).startsWith("text/html");
    Guest guest = Guest.of(ada);
    guest.forge(ARCHIVE, Map.of("current_password", Instance.PASSWORD));
    assertThat(guest.status()).isEqualTo(403);
    guest.open(PAGE).submit(ARCHIVE, "current_password", "a wrong one");
    assertThat(guest.status()).isEqualTo(422);
    assertThat(guest.text()).contains("not right");
    assertThat(guest.open(PAGE + "/passwords.csv").status()).isEqualTo(404);
  }

  @Test
  void anArchiveIsToBeHadAFewTimesADay() {
    Instance strict = fediverse.add("strict.test", Map.of("PARLEY_RATE_LIMITS", "on"));
    Guest guest = Guest.of(strict.person("ada"));
    for (int i = 0; i < 3; i++) assertThat(archive(guest)).containsKey("outbox.json");
    guest.open(PAGE).submit(ARCHIVE, "current_password", Instance.PASSWORD);
    assertThat(guest.status()).isEqualTo(429);
    assertThat(guest.header("Retry-After")).isEqualTo("28800");
    assertThat(guest.text()).contains("again in 8 hours");
    fediverse.after(Duration.ofHours(9));
    assertThat(archive(guest)).containsKey("outbox.json");
  }

  /** More than anything between the two would hold while nobody reads. */
  private void writeMuch(int posts) {
    Random random = new Random(5);
    Status model = ada.write("the first");
    var database = ada.server().community().database();
    byte[] noise = new byte[6000];
    for (int from = 1; from <= posts; from += 500) {
      int first = from;
      database.run(tx -> {
        for (int i = first; i < first + 500; i++) {
          random.nextBytes(noise);
          tx.update(
                  """
                  INSERT INTO posts (id, iri, url, author_id, local, kind, reach, html, warning,
                    sensitive, published_at, replies, boosts, favourites, has_media)
                  SELECT id + :i, iri || :i, url || :i, author_id, local, kind, reach, :html,
                    warning, sensitive, published_at, 0, 0, 0, FALSE
                  FROM posts WHERE iri = :model\
                  """)
              .bind("i", i)
              .bind("html", i + " " + Base64.getEncoder().encodeToString(noise))
              .bind("model", model.uri())
              .execute();
        }
      });
    }
  }

  @Test
  void aLongArchiveIsSentAsItIsWrittenAndOneAtATime() throws IOException {
    int posts = 4000;
    writeMuch(posts);
    Guest guest = Guest.of(ada).open(PAGE);
    String[] password = {"current_password", Instance.PASSWORD};
    HttpResponse<InputStream> begun = guest.stream(ARCHIVE, password);
    assertThat(begun.statusCode()).isEqualTo(200);
    assertThat(begun.body().readNBytes(1000)).hasSize(1000);
    guest.submit(ARCHIVE, password);
    assertThat(guest.status()).isEqualTo(409);
    assertThat(guest.text()).contains("already being downloaded");
    begun.body().close();
    List<byte[]> whole = new ArrayList<>();
    Await.until(
        "the server notices that nobody reads any more",
        () -> {
          if (guest.submit(ARCHIVE, password).status() != 200) return false;
          whole.add(guest.bytes());
          return true;
        });
    JsonNode outbox = json(unzipped(new ByteArrayInputStream(whole.getFirst())), "outbox.json");
    assertThat(outbox.path("totalItems").asInt()).isEqualTo(posts + 1);
    List<JsonNode> items = outbox.path("orderedItems").valueStream().toList();
    assertThat(items).hasSize(posts + 1);
    for (int i = 1; i <= posts; i++)
      assertThat(items.get(i).at("/object/content").asString()).startsWith(i + " ");
  }
}
