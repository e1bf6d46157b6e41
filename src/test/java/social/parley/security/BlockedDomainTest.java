package social.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import social.parley.accounts.Role;
import social.parley.core.Iri;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Between this server and a suspended domain nothing passes, whichever way is tried. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BlockedDomainTest {
  private static final String BLOCKS = "/api/v1/admin/domain_blocks";

  private Fediverse fediverse;
  private Instance alpha;
  private Instance secure;
  private Person ada;
  private Person owner;
  private Outsider evil;
  private Outsider under;
  private Outsider good;
  private String mallory;
  private String sybil;
  private String alice;
  private ObjectNode old;
  private Status post;
  private String block;

  /** Ada and Mallory follow each other, and Ada has a post of hers, when the domain is blocked. */
  @BeforeAll
  void start() {
    fediverse = Fediverse.of("alpha.test");
    alpha = fediverse.at("alpha.test");
    secure = fediverse.add("secure.test", Map.of("PARLEY_SECURE_FETCH", "on"));
    ada = fediverse.person("ada", "alpha.test");
    owner = alpha.staff("owner", Role.OWNER);
    evil = fediverse.outsider("evil.test");
    under = fediverse.outsider("deep.under.evil.test");
    good = fediverse.outsider("good.test");
    mallory = evil.actor("mallory");
    sybil = under.actor("sybil");
    alice = good.actor("alice");
    evil.befriend(fediverse, ada, mallory);
    evil.send(alpha, evil.activity("Follow", "/follows/1", mallory, ada.iri()));
    old = evil.note("/notes/1", mallory, "from before");
    evil.send(alpha, evil.create(old));
    good.befriend(fediverse, ada, alice);
    post = ada.write("for everybody");
    fediverse.settle();
    assertThat(ada.homeTexts()).contains("from before");
    assertThat(ada.profile(ada).path("followers_count").asInt()).isEqualTo(1);
    JsonNode made = owner.post(BLOCKS, "domain", "https://EVIL.test/about", "severity", "suspend");
    block = made.path("id").asString();
    assertThat(made.path("domain").asString()).isEqualTo("evil.test");
    fediverse.settle();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private boolean here(ObjectNode note) {
    return ada.find(note.path("id").asString(), false).isPresent();
  }

  @Test
  @Order(1)
  void nothingComesIn() {
    ObjectNode note = evil.note("/notes/2", mallory, "let me in");
    assertThat(evil.send(alpha, evil.create(note))).isEqualTo(403);
    ObjectNode deep = under.note("/notes/1", sybil, "from a subdomain");
    assertThat(under.send(alpha, under.create(deep))).isEqualTo(403);
    fediverse.settle();
    assertThat(here(note)).isFalse();
    assertThat(here(deep)).isFalse();
    assertThat(under.asked()).as("not even its key is asked for").isEmpty();
  }

  @Test
  @Order(2)
  void nothingComesInThroughOthers() {
    ObjectNode note = evil.note("/notes/3", mallory, "by the back door");
    evil.serve("/notes/3", note);
    int asked = evil.asked().size();
    good.send(alpha, good.activity("Announce", "/boosts/1", alice, note.path("id").asString()));
    good.send(alpha, evil.create(note), alice);
    good.redirects("/away", evil.at(""));
    ObjectNode answer = good.note("/notes/1", alice, "an answer");
    answer.put("inReplyTo", evil.at("/notes/3"));
    good.send(alpha, good.create(answer));
    good.send(alpha, good.activity("Announce", "/boosts/2", alice, good.at("/away/notes/3")));
    fediverse.settle();
    ada.find(evil.at("/notes/3"), true);
    ada.get("/api/v2/search?resolve=true&q=@mallory@" + evil.authority());
    assertThat(here(note)).isFalse();
    assertThat(here(answer)).isTrue();
    assertThat(evil.asked()).as("nothing is fetched from there").hasSize(asked);
  }

  @Test
  @Order(3)
  void whatWasHereIsHidden() {
    assertThat(here(old)).isFalse();
    assertThat(ada.homeTexts()).doesNotContain("from before");
    assertThat(ada.tries("/api/v1/accounts/" + owner.id() + "/follow")).isEqualTo(200);
    assertThat(ada.profile(ada).path("followers_count").asInt()).isZero();
  }

  @Test
  @Order(4)
  void nothingGoesOut() {
    int before = evil.inbox().size();
    ada.write("hello @mallory@" + evil.authority());
    fediverse.settle();
    assertThat(evil.inbox()).hasSize(before);
  }

  @Test
  @Order(5)
  void nothingIsShown() {
    String finger =
        alpha.settings().at("/.well-known/webfinger").value()
            + "?resource=acct:ada@"
            + alpha.authority();
    for (String url :
        new String[] {post.uri(), ada.iri(), ada.iri() + "/outbox", ada.iri() + "/followers"}) {
      assertThat(evil.get(url, mallory).statusCode()).as(url).isEqualTo(403);
      assertThat(under.get(url, sybil).statusCode()).as(url).isEqualTo(403);
      assertThat(good.get(url, alice).statusCode()).as(url).isEqualTo(200);
    }
    assertThat(evil.get(finger, mallory).statusCode()).isEqualTo(403);
    assertThat(evil.get(alpha.settings().at("/actor").value(), mallory).statusCode())
        .isEqualTo(403);
  }

  @Test
  @Order(6)
  void whereSignaturesAreDemandedStrangersSeeOnlyTheServer() {
    Person sam = fediverse.person("sam", "secure.test");
    Status secret = sam.write("for those who say who they are");
    Person keeper = secure.staff("keeper", Role.ADMIN);
    keeper.post(BLOCKS, "domain", "evil.test", "severity", "suspend");
    for (String url : new String[] {secret.uri(), sam.iri(), sam.iri() + "/outbox"}) {
      assertThat(good.get(url, null).statusCode()).as(url).isEqualTo(401);
      assertThat(good.get(url, alice).statusCode()).as(url).isEqualTo(200);
      assertThat(good.get(url, alice).headers().firstValue("Cache-Control").orElse(""))
          .contains("private");
      assertThat(evil.get(url, mallory).statusCode()).as(url).isEqualTo(403);
    }
    Iri server = secure.settings().at("/actor");
    assertThat(good.get(server.value(), null).statusCode()).isEqualTo(200);
    assertThat(ada.find(secret.uri(), true)).isPresent();
  }

  @Test
  @Order(7)
  void onceItIsLiftedMuchIsAsBefore() {
    assertThat(
            owner
                .server()
                .client()
                .send("DELETE", BLOCKS + "/" + block, null, null, owner.token())
                .status())
        .isEqualTo(200);
    fediverse.settle();
    assertThat(here(old)).isTrue();
    assertThat(ada.profile(ada).path("followers_count").asInt()).isEqualTo(1);
    ObjectNode note = evil.note("/notes/9", mallory, "back again");
    assertThat(evil.send(alpha, evil.create(note))).isEqualTo(202);
    fediverse.settle();
    assertThat(ada.homeTexts()).contains("back again");
  }
}
