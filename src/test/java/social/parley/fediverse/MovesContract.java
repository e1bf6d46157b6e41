package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.actors.ActorKind;
import social.parley.actors.NewActor;
import social.parley.core.ActorId;
import social.parley.signatures.Keys;

/** People who move from one server to another. */
abstract class MovesContract {
  /** More than are carried at a time, by far. */
  private static final int CROWD = 1000;

  private Fediverse fediverse;
  private Person old;
  private Person fresh;
  private Person ben;
  private Person cleo;

  abstract Fediverse open(String... hosts);

  /** Ben, elsewhere, and Cleo, on the same server, follow Ada, who has a new account. */
  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test");
    old = fediverse.person("ada", "alpha.test");
    fresh = fediverse.person("adanew", "beta.test");
    ben = fediverse.person("ben", "beta.test");
    cleo = fediverse.person("cleo", "alpha.test");
    ben.follow(old);
    cleo.follow(old);
    fediverse.settle();
    assertThat(ben.is("following", old)).isTrue();
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  private static void alias(Person of, Person other) {
    String body = "{\"alias\":\"" + other.handle() + "\"}";
    var answer =
        of.server()
            .client()
            .send("PUT", "/api/pleroma/aliases", body, "application/json", of.token());
    assertThat(answer.status()).isEqualTo(200);
  }

  private static int move(Person from, Person to) {
    return from.tries(
        "/api/pleroma/move_account", "password", Instance.PASSWORD, "target_account", to.handle());
  }

  @Test
  void followersComeAlong() {
    alias(fresh, old);
    assertThat(fresh.get("/api/pleroma/aliases").at("/aliases/0").asString())
        .isEqualTo(old.handle());
    assertThat(move(old, fresh)).isEqualTo(200);
    fediverse.settle();
    for (Person follower : new Person[] {ben, cleo}) {
      assertThat(follower.is("following", fresh)).as(follower.handle()).isTrue();
      assertThat(follower.is("following", old)).as(follower.handle()).isFalse();
    }
    assertThat(fresh.profile(fresh).path("followers_count").asInt()).isEqualTo(2);
    assertThat(old.profile(old).path("followers_count").asInt()).isZero();
    assertThat(ben.profile(old).at("/moved/acct").asString()).isEqualTo("adanew");
    assertThat(cleo.profile(old).at("/moved/acct").asString()).isEqualTo(fresh.handle());
    fresh.write("Here I am");
    fediverse.settle();
    assertThat(cleo.homeTexts()).contains("Here I am");
  }

  @Test
  void theNewAccountMustNameTheOld() {
    assertThat(move(old, fresh)).isEqualTo(422);
    fediverse.settle();
    assertThat(ben.is("following", old)).isTrue();
    assertThat(
            old.tries(
                "/api/pleroma/move_account", "password", "?", "target_account", "x@beta.test"))
        .isEqualTo(403);
  }

  @Test
  void nobodyMovesTwiceInAMonth() {
    alias(fresh, old);
    alias(cleo, old);
    assertThat(move(old, fresh)).isEqualTo(200);
    fediverse.settle();
    assertThat(move(old, cleo)).isEqualTo(409);
    fediverse.after(Duration.ofDays(31));
    assertThat(move(old, cleo)).isEqualTo(200);
  }

  @Test
  void aMoveThatTheNewAccountDoesNotKnowOfIsIgnored() {
    Outsider foreign = fediverse.outsider("foreign.test");
    String liar = foreign.actor("liar");
    foreign.befriend(fediverse, ben, liar);
    var move = foreign.activity("Move", "/moves/1", liar, liar).put("target", fresh.iri());
    assertThat(foreign.send(ben.server(), move)).isEqualTo(202);
    fediverse.settle();
    String path = "/api/v1/accounts/relationships?id=";
    assertThat(ben.get(path + ben.idOf(liar)).get(0).path("following").asBoolean()).isTrue();
    assertThat(ben.is("following", fresh)).isFalse();
  }

  /** People on a server who all follow somebody elsewhere; they share their keys. */
  private static void crowd(Instance server, int size, ActorId followed) {
    KeyPair rsa = Keys.generateRsa();
    KeyPair ed25519 = Keys.generateEd25519();
    var actors = server.community().actors();
    server
        .community()
        .database()
        .run(tx -> {
          for (int i = 1; i <= size; i++) {
            var one =
                actors.create(tx, new NewActor("fan" + i, ActorKind.PERSON, "", rsa, ed25519));
            tx.update(
                    """
                    INSERT INTO follows (id, follower_id, followed_id, follower_local, iri, state,
                      boosts, notifying, languages, created_at)
                    SELECT :id, :fan, followed_id, follower_local, :iri, state, boosts, notifying,
                      languages, created_at
                    FROM follows WHERE followed_id = :followed AND id = (
                      SELECT MIN(id) FROM follows WHERE followed_id = :followed AND id > :most)\
                    """)
                .bind("id", i)
                .bind("most", size)
                .bind("fan", one.id())
                .bind("iri", one.iri().value() + "/follows/1")
                .bind("followed", followed)
                .execute();
            actors.adjustCounts(tx, one.id(), 0, 1, 0, null);
          }
          actors.adjustCounts(tx, followed, size, 0, 0, null);
        });
  }

  private static int followers(Instance server, ActorId followed) {
    return server
        .community()
        .database()
        .read(db ->
            db.query(
                    """
                    SELECT COUNT(*) FROM follows WHERE followed_id = :followed
                      AND state = 'accepted'\
                    """)
                .bind("followed", followed)
                .mapTo(Integer.class)
                .one());
  }

  @Test
  void aThousandFollowersComeAlong() {
    Person next = fediverse.person("adanext", "alpha.test");
    crowd(ben.server(), CROWD, ActorId.parse(ben.idOf(old)));
    alias(next, old);
    assertThat(move(old, next)).isEqualTo(200);
    fediverse.settle();
    assertThat(next.profile(next).path("followers_count").asInt()).isEqualTo(CROWD + 2);
    assertThat(old.profile(old).path("followers_count").asInt()).isZero();
    assertThat(followers(ben.server(), ActorId.parse(ben.idOf(next)))).isEqualTo(CROWD + 1);
    assertThat(followers(ben.server(), ActorId.parse(ben.idOf(old)))).isZero();
    next.write("Hello, all of you");
    fediverse.settle();
    assertThat(ben.homeTexts()).contains("Hello, all of you");
  }

  @Test
  void nobodyIsLedToAServerThatTheyHide() {
    alias(fresh, old);
    String domain = fresh.handle().substring(fresh.handle().indexOf('@') + 1);
    cleo.post("/api/v1/domain_blocks", "domain", domain);
    assertThat(move(old, fresh)).isEqualTo(200);
    fediverse.settle();
    assertThat(ben.is("following", fresh)).isTrue();
    assertThat(cleo.is("following", fresh)).isFalse();
    assertThat(cleo.is("requested", fresh)).isFalse();
  }
}
