package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.accounts.Role;
import social.parley.jsonld.Json;
import social.parley.signatures.HubSignature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Feeds of other sites that are followed like accounts. */
abstract class SyndicationContract {
  private static final String PATH = "/blog/feed.json";

  private Fediverse fediverse;
  private Person ada;
  private Outsider site;
  private ObjectNode feed;

  abstract Fediverse open(String... hosts);

  @BeforeEach
  void start() {
    fediverse = open("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    site = fediverse.outsider("blog.test");
    feed =
        Json.object()
            .put("version", "https://jsonfeed.org/version/1.1")
            .put("title", "The garden")
            .put("description", "On beans")
            .put("home_page_url", site.at("/blog"));
    feed.putArray("items");
    add("1", "Beans", "<p>They grow. <script>alert(1)</script></p>");
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  private void add(String id, String title, String html) {
    ObjectNode item =
        Json.object()
            .put("id", id)
            .put("url", site.at("/blog/" + id))
            .put("title", title)
            .put("content_html", html)
            .put("date_published", fediverse.clock().instant().toString());
    ((ArrayNode) feed.path("items")).insert(0, item);
    site.serve(PATH, feed);
  }

  private JsonNode account() {
    return ada.get("/api/v2/search?resolve=true&q=" + site.at(PATH)).at("/accounts/0");
  }

  private void follow(JsonNode account) {
    ada.post("/api/v1/accounts/" + account.path("id").asString() + "/follow");
    fediverse.settle();
  }

  private long asked() {
    return site.asked().stream().filter(PATH::equals).count();
  }

  @Test
  void aFeedIsFoundAndFollowedAtOnce() {
    JsonNode account = account();
    assertThat(account.path("display_name").asString()).isEqualTo("The garden");
    assertThat(account.path("acct").asString()).isEqualTo("feed-blog@" + site.authority());
    assertThat(account.path("bot").asBoolean()).isTrue();
    assertThat(account.path("url").asString()).isEqualTo(site.at("/blog"));
    follow(account);
    String relation = "/api/v1/accounts/relationships?id=" + account.path("id").asString();
    assertThat(ada.get(relation).at("/0/following").asBoolean()).isTrue();
    Status post = ada.home().getFirst();
    assertThat(post.at("/content").asString()).contains("Beans").doesNotContain("script");
    assertThat(post.url()).isEqualTo(site.at("/blog/1"));
    assertThat(site.received()).as("nothing can be sent there").isEmpty();
  }

  @Test
  void whatComesLaterArrives() {
    follow(account());
    add("2", "Peas", "<p>They climb.</p>");
    fediverse.after(Duration.ofMinutes(31));
    assertThat(ada.home()).hasSize(2);
    assertThat(ada.homeTexts().getFirst()).contains("Peas");
    fediverse.after(Duration.ofMinutes(31));
    assertThat(ada.home()).hasSize(2);
  }

  @Test
  void whatNobodyFollowsIsNotRead() {
    JsonNode account = account();
    fediverse.after(Duration.ofHours(1));
    long before = asked();
    follow(account);
    fediverse.after(Duration.ofMinutes(31));
    assertThat(asked()).isEqualTo(before + 1);
    ada.post("/api/v1/accounts/" + account.path("id").asString() + "/unfollow");
    for (int i = 0; i < 4; i++) fediverse.after(Duration.ofMinutes(31));
    assertThat(asked()).isEqualTo(before + 1);
    follow(account);
    fediverse.after(Duration.ofMinutes(31));
    assertThat(asked()).isEqualTo(before + 2);
  }

  @Test
  void aFeedThatFailsIsAskedLessOften() {
    follow(account());
    site.forget(PATH);
    long before = asked();
    for (int i = 0; i < 10; i++) fediverse.after(Duration.ofMinutes(31));
    assertThat(asked() - before).isBetween(2L, 4L);
    add("2", "Back", "<p>Again.</p>");
    for (int i = 0; i < 10; i++) fediverse.after(Duration.ofHours(3));
    assertThat(ada.homeTexts().getFirst()).contains("Back");
  }

  @Test
  void aFeedHasOneReaderAtATime() {
    follow(account());
    long before = asked();
    add("2", "Peas", "<p>They climb.</p>");
    AtomicInteger readers = new AtomicInteger();
    // By then the first reader counts as lost, and its work is given to another.
    site.meanwhile(
        PATH,
        () -> {
          if (readers.incrementAndGet() == 1) fediverse.after(Duration.ofMinutes(5));
        });
    fediverse.after(Duration.ofMinutes(31));
    assertThat(asked()).isEqualTo(before + 1);
    assertThat(ada.homeTexts().getFirst()).contains("Peas");
    fediverse.after(Duration.ofMinutes(31));
    assertThat(asked()).as("it is still read").isEqualTo(before + 2);
    fediverse.after(Duration.ofMinutes(31));
    assertThat(asked()).as("once in each half hour").isEqualTo(before + 3);
  }

  @Test
  void anAccountOfAnotherServerIsNoFeed() {
    String author = site.actor("author");
    assertThat(ada.idOf(author)).isNotEmpty();
    assertThat(ada.get("/api/v2/search?resolve=true&q=" + author).at("/accounts").size())
        .isEqualTo(1);
    assertThat(ada.get("/api/v2/search?resolve=true&q=" + site.at("/nothing")).at("/accounts"))
        .isEmpty();
  }

  @Test
  void anItemThatCannotBeKeptLosesOnlyItself() {
    follow(account());
    add("2", "Peas", "<p>They climb.</p>");
    add("3", "A \0 in the title", "<p>A \0 in the text</p>");
    ((ObjectNode) feed.at("/items/1")).put("date_published", "-999999999-01-01T00:00:00Z");
    site.serve(PATH, feed);
    fediverse.after(Duration.ofMinutes(31));
    assertThat(ada.homeTexts()).anyMatch(text -> text.contains("Peas"));
    add("4", "Later", "<p>Still read.</p>");
    fediverse.after(Duration.ofMinutes(31));
    assertThat(ada.homeTexts().getFirst()).contains("Later");
  }

  private void offersHub(Letterbox hub) {
    feed.putArray("hubs").addObject().put("type", "WebSub").put("url", hub.url());
    feed.put("feed_url", site.at(PATH));
    site.serve(PATH, feed);
  }

  /** The fields of the last request at the hub, whose question of what was meant is answered. */
  private Map<String, String> promise(Letterbox hub, String lease) {
    Map<String, String> form = hub.last().form();
    String question =
        "?hub.mode=%s&hub.topic=%s&hub.challenge=riddle&hub.lease_seconds=%s"
            .formatted(
                form.get("hub.mode"),
                URLEncoder.encode(form.get("hub.topic"), StandardCharsets.UTF_8),
                lease);
    String callback = form.get("hub.callback");
    assertThat(site.get(callback + question, null).body()).isEqualTo("riddle");
    assertThat(site.get(callback + question.replace("topic=", "topic=x"), null).statusCode())
        .isEqualTo(404);
    return form;
  }

  @Test
  void whatAHubTellsArrivesAtOnce() {
    Letterbox hub = site.letterbox("/hub");
    offersHub(hub);
    JsonNode account = account();
    assertThat(hub.letters()).as("nobody follows it yet").isEmpty();
    follow(account);
    Map<String, String> form = promise(hub, "864000");
    assertThat(form)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", site.at(PATH));
    long before = asked();
    add("2", "Peas", "<p>They climb.</p>");
    String body = feed.toString();
    String callback = form.get("hub.callback");
    Map<String, String> forged =
        Map.of("X-Hub-Signature", HubSignature.of("guess", body.getBytes(StandardCharsets.UTF_8)));
    assertThat(Outsider.tell(callback, body, forged)).isEqualTo(403);
    assertThat(Outsider.tell(callback, body, Map.of())).isEqualTo(403);
    fediverse.settle();
    assertThat(ada.home()).hasSize(1);
    String signature =
        HubSignature.of(form.get("hub.secret"), body.getBytes(StandardCharsets.UTF_8));
    assertThat(Outsider.tell(callback, body, Map.of("X-Hub-Signature", signature))).isEqualTo(202);
    fediverse.settle();
    assertThat(ada.homeTexts().getFirst()).contains("Peas");
    assertThat(asked()).as("it is not read for that").isEqualTo(before);
    for (int i = 0; i < 13; i++) fediverse.after(Duration.ofMinutes(31));
    assertThat(asked()).as("it is read seldom").isEqualTo(before + 2);
    ada.post("/api/v1/accounts/" + account.path("id").asString() + "/unfollow");
    fediverse.settle();
    assertThat(promise(hub, "0")).containsEntry("hub.mode", "unsubscribe");
    assertThat(Outsider.tell(callback, body, Map.of("X-Hub-Signature", signature))).isEqualTo(410);
  }

  @Test
  void aHubThatIsBlockedIsToldNothing() {
    Letterbox hub = fediverse.outsider("hub.test").letterbox("/hub");
    offersHub(hub);
    JsonNode account = account();
    Person owner = ada.server().staff("owner", Role.OWNER);
    owner.post("/api/v1/admin/domain_blocks", "domain", "hub.test", "severity", "suspend");
    follow(account);
    assertThat(hub.letters()).isEmpty();
    add("2", "Peas", "<p>They climb.</p>");
    fediverse.after(Duration.ofMinutes(31));
    assertThat(ada.homeTexts().getFirst()).as("it is read as others are").contains("Peas");
    assertThat(hub.letters()).isEmpty();
  }

  @Test
  void aHubIsAskedAgainBeforeItForgetsAndAFeedIsReadWhereItIsSilent() {
    Letterbox hub = site.letterbox("/hub");
    offersHub(hub);
    follow(account());
    assertThat(hub.letters()).hasSize(1);
    add("2", "Peas", "<p>They climb.</p>");
    fediverse.after(Duration.ofMinutes(31));
    assertThat(ada.homeTexts().getFirst()).as("nothing was promised").contains("Peas");
    assertThat(hub.letters()).hasSize(2);
    promise(hub, "864000");
    fediverse.after(Duration.ofMinutes(31));
    for (int day = 0; day < 8; day++) fediverse.after(Duration.ofDays(1));
    assertThat(hub.letters()).hasSize(2);
    fediverse.after(Duration.ofDays(1));
    assertThat(hub.letters()).hasSize(3);
  }

  @Test
  void ourOwnHubTellsAnotherServerOfOurs() {
    fediverse.add("beta.test", Map.of());
    Person ben = fediverse.person("ben", "beta.test");
    String feedOfBen = ben.server().settings().url() + "/@ben.atom";
    ben.write("Before");
    JsonNode account = ada.get("/api/v2/search?resolve=true&q=" + feedOfBen).at("/accounts/0");
    follow(account);
    ben.write("Fresh bread");
    fediverse.settle();
    assertThat(ada.homeTexts().getFirst()).contains("Fresh bread");
    ada.post("/api/v1/accounts/" + account.path("id").asString() + "/unfollow");
    fediverse.settle();
    ben.write("Stale bread");
    fediverse.settle();
    String posts = "/api/v1/accounts/" + account.path("id").asString() + "/statuses";
    assertThat(ada.get(posts).toString()).contains("Fresh").doesNotContain("Stale");
  }
}
