package social.parley.web.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.accounts.Role;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Letterbox;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;

/** The hub of our feeds, as subscribers see it; each test has a feed and a callback of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HubContract {
  private Fediverse fediverse;
  private Person ada;
  private Outsider site;
  private String base;

  abstract Fediverse open(String host);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    site = fediverse.outsider("reader.test");
    base = ada.server().settings().url().value();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Answer ask(String mode, String topic, String callback, String... more) {
    String[] fields = new String[6 + more.length];
    fields[0] = "hub.mode";
    fields[1] = mode;
    fields[2] = "hub.topic";
    fields[3] = topic;
    fields[4] = "hub.callback";
    fields[5] = callback;
    System.arraycopy(more, 0, fields, 6, more.length);
    Answer answer = ada.server().client().form("/hub", null, fields);
    fediverse.settle();
    return answer;
  }

  private Letterbox subscribed(String name, String topic, String... more) {
    Letterbox box = site.letterbox("/" + name);
    assertThat(ask("subscribe", topic, box.url(), more).status()).isEqualTo(202);
    return box;
  }

  private Status write(String text, String... more) {
    Status post = ada.write(text, more);
    fediverse.settle();
    return post;
  }

  @Test
  void whoSubscribesIsSentWhatIsNew() throws Exception {
    Person ben = fediverse.person("ben", "alpha.test");
    String topic = base + "/@ben.atom";
    Letterbox box =
        subscribed("signed", topic, "hub.secret", "hush", "hub.lease_seconds", "999999999");
    assertThat(box.questions())
        .singleElement()
        .satisfies(asked ->
            assertThat(asked)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", topic)
                .containsEntry("hub.lease_seconds", Long.toString(30 * 24 * 3600)));
    assertThat(box.letters()).isEmpty();
    Status post = ben.write("Fresh bread");
    fediverse.settle();
    assertThat(box.letters()).hasSize(1);
    Letterbox.Letter letter = box.last();
    assertThat(letter.body()).contains("<feed", "Fresh bread");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("hush".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] sum = mac.doFinal(letter.body().getBytes(StandardCharsets.UTF_8));
    assertThat(letter.headers())
        .containsEntry("x-hub-signature", "sha256=" + HexFormat.of().formatHex(sum))
        .containsEntry("link", "<%s/hub>; rel=\"hub\", <%s>; rel=\"self\"".formatted(base, topic))
        .containsEntry("content-type", "application/atom+xml; charset=utf-8");
    ben.write("For friends", "visibility", "private");
    ben.write("Quiet", "visibility", "unlisted");
    ben.reply(post, "I mean rye");
    fediverse.settle();
    assertThat(box.letters()).as("an answer to oneself is in the feed").hasSize(2);
    assertThat(box.last().body()).contains("rye").doesNotContain("friends", "Quiet");
    ben.write("One");
    ben.write("Two");
    fediverse.settle();
    assertThat(box.letters()).as("both at once").hasSize(3);
    ben.edit(post, "Stale bread");
    fediverse.settle();
    assertThat(box.last().body()).contains("Stale bread").doesNotContain("Fresh");
  }

  @Test
  void aTagIsAFeedToo() {
    Letterbox box = subscribed("tag", base + "/tags/Beans.json");
    write("Nothing of that");
    assertThat(box.letters()).isEmpty();
    write("They grow #beans");
    assertThat(box.last().body()).contains("They grow");
    assertThat(box.last().headers()).doesNotContainKey("x-hub-signature");
  }

  @Test
  void whoDoesNotMeanItIsSentNothing() {
    Letterbox box = site.letterbox("/unasked");
    box.agrees(false);
    assertThat(ask("subscribe", base + "/tags/unasked.rss", box.url()).status()).isEqualTo(202);
    assertThat(box.questions()).hasSize(1);
    write("#unasked");
    assertThat(box.letters()).isEmpty();
  }

  @Test
  void whoUnsubscribesIsSentNoMore() {
    String topic = base + "/tags/leaving.rss";
    Letterbox box = site.letterbox("/leaving");
    String callback = box.url() + "?id=7";
    assertThat(ask("subscribe", topic, callback).status()).isEqualTo(202);
    assertThat(box.questions().getLast()).containsEntry("id", "7");
    write("One #leaving");
    assertThat(box.letters()).hasSize(1);
    box.agrees(false);
    assertThat(ask("unsubscribe", topic, callback).status()).isEqualTo(202);
    write("Two #leaving");
    assertThat(box.letters()).as("nobody else can end it").hasSize(2);
    box.agrees(true);
    ask("unsubscribe", topic, callback);
    assertThat(box.questions().getLast()).containsEntry("hub.mode", "unsubscribe");
    write("Three #leaving");
    assertThat(box.letters()).hasSize(2);
    assertThat(ask("unsubscribe", topic, callback).status()).isEqualTo(404);
  }

  @Test
  void aCallbackThatIsGoneEndsIt() {
    Letterbox box = subscribed("gone", base + "/tags/gone.rss");
    box.answers(410);
    write("One #gone");
    box.answers(202);
    write("Two #gone");
    assertThat(box.letters()).hasSize(1);
  }

  @Test
  void whatFailsIsTriedAgain() {
    Letterbox box = subscribed("failing", base + "/tags/failing.rss");
    box.answers(500);
    write("One #failing");
    assertThat(box.letters()).hasSize(1);
    box.answers(202);
    fediverse.after(Duration.ofMinutes(2));
    assertThat(box.letters()).hasSize(2);
    fediverse.after(Duration.ofMinutes(20));
    assertThat(box.letters()).hasSize(2);
  }

  @Test
  void aLeaseEnds() {
    Letterbox box = subscribed("lease", base + "/tags/lease.rss", "hub.lease_seconds", "600");
    write("One #lease");
    assertThat(box.letters()).hasSize(1);
    fediverse.after(Duration.ofMinutes(11));
    write("Two #lease");
    assertThat(box.letters()).hasSize(1);
  }

  @Test
  void aFeedThatIsGoneIsSaidToBe() {
    Person eve = fediverse.person("eve", "alpha.test");
    Person owner = ada.server().staff("owner", Role.OWNER);
    Letterbox box = subscribed("farewell", base + "/@eve.json");
    eve.write("Still here");
    owner.post("/api/v1/admin/accounts/" + owner.idOf(eve) + "/action", "type", "suspend");
    fediverse.settle();
    assertThat(box.letters()).isEmpty();
    assertThat(box.questions().getLast()).containsEntry("hub.mode", "denied");
  }

  @Test
  void whatCannotBeIsRefused() {
    String topic = base + "/@ada.rss";
    String callback = site.at("/refused");
    assertThat(ask("publish", topic, callback).status()).isEqualTo(400);
    assertThat(ask("subscribe", base + "/@nobody.rss", callback).status()).isEqualTo(400);
    assertThat(ask("subscribe", base + "/about", callback).status()).isEqualTo(400);
    assertThat(ask("subscribe", site.at("/feed.rss"), callback).status()).isEqualTo(400);
    assertThat(ask("subscribe", topic, base + "/inbox").status()).isEqualTo(400);
    assertThat(ask("subscribe", topic, "mailto:ada@example.org").status()).isEqualTo(400);
    Answer secret = ask("subscribe", topic, callback, "hub.secret", "x".repeat(200));
    assertThat(secret.status()).isEqualTo(400);
    assertThat(secret.response().body()).contains("hub.secret");
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void aBlockedSiteIsNoSubscriber() {
    Outsider evil = fediverse.outsider("evil.test");
    Letterbox box = evil.letterbox("/box");
    String topic = base + "/tags/blocked.rss";
    ask("subscribe", topic, box.url());
    Person owner = ada.server().staff("boss", Role.OWNER);
    owner.post("/api/v1/admin/domain_blocks", "domain", "evil.test", "severity", "suspend");
    write("Not for them #blocked");
    assertThat(box.letters()).isEmpty();
    assertThat(ask("subscribe", topic, box.url()).status()).isEqualTo(403);
    assertThat(box.questions()).as("it is not even asked").hasSize(1);
  }
}
