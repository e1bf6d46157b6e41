package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Posts, answers, favourites and boosts between three servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConversationContract {
  private Fediverse fediverse;
  private Person ada;
  private Person ben;
  private Person bea;
  private Person cleo;

  abstract Fediverse open(String... hosts);

  /** Ben follows Ada; Bea, on his server, and Cleo, on a third, follow nobody. */
  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test", "gamma.test");
    ada = fediverse.person("ada", "alpha.test");
    ben = fediverse.person("ben", "beta.test");
    bea = fediverse.person("bea", "beta.test");
    cleo = fediverse.person("cleo", "gamma.test");
    ben.follow(ada);
    fediverse.settle();
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  private Status written(Person author, String text, String... parameters) {
    Status post = author.write(text, parameters);
    fediverse.settle();
    return post;
  }

  private Status answered(Person author, Status to, String text, String... parameters) {
    Status post = author.reply(to, text, parameters);
    fediverse.settle();
    return post;
  }

  @Test
  void openPostsReachFollowersAndAnybodyWhoAsks() {
    for (String visibility : List.of("public", "unlisted")) {
      Status post = written(ada, "Open: " + visibility, "visibility", visibility);
      assertThat(ben.homeTexts()).contains("Open: " + visibility);
      assertThat(ben.view(post).visibility()).isEqualTo(visibility);
      assertThat(bea.sees(post)).isPresent();
      assertThat(cleo.sees(post)).as("nothing is sent where nobody follows").isEmpty();
      assertThat(cleo.find(post.uri(), true)).isPresent();
      assertThat(cleo.find(post.url(), true)).isPresent();
    }
    List<String> everyone = bea.publicTexts();
    assertThat(everyone).contains("Open: public").doesNotContain("Open: unlisted");
  }

  @Test
  void aPostForFollowersReachesThemAlone() {
    Status post = written(ada, "For followers", "visibility", "private");
    assertThat(ben.homeTexts()).contains("For followers");
    assertThat(ben.view(post).visibility()).isEqualTo("private");
    assertThat(bea.sees(post)).isEmpty();
    assertThat(bea.find(post.uri(), true)).isEmpty();
    assertThat(cleo.find(post.uri(), true)).isEmpty();
  }

  @Test
  void aPostForOneReachesThatOneAlone() {
    Status post = written(ada, "@" + cleo.handle() + " between us", "visibility", "direct");
    assertThat(cleo.view(post).visibility()).isEqualTo("direct");
    assertThat(cleo.notifications()).as("a letter from somebody unknown waits").isEmpty();
    JsonNode waiting = cleo.get("/api/v1/notifications/requests");
    assertThat(waiting.at("/0/account/acct").asString()).isEqualTo(ada.handle());
    assertThat(cleo.homeTexts()).as("not on the timeline of one who does not follow").isEmpty();
    for (Person other : List.of(ben, bea)) {
      assertThat(other.sees(post)).isEmpty();
      assertThat(other.find(post.uri(), true)).isEmpty();
    }
    assertThat(ben.homeTexts()).noneMatch(text -> text.contains("between us"));
  }

  @Test
  void aMentionIsDeliveredWithoutAnyFollow() {
    Status post = written(cleo, "Hello @" + bea.handle() + ", and @nobody@nowhere.test");
    assertThat(bea.notifications()).contains("mention cleo");
    Status seen = bea.view(post);
    assertThat(seen.at("/mentions").size()).isEqualTo(1);
    assertThat(seen.at("/mentions/0/acct").asString()).isEqualTo("bea");
    assertThat(seen.at("/account/acct").asString()).isEqualTo(cleo.handle());
    assertThat(seen.json().path("content").asString()).contains("class=\"u-url mention\"");
  }

  @Test
  void anEditReachesWhoHasThePost() {
    Status post = written(ada, "First version");
    ben.boost(post);
    fediverse.settle();
    ada.edit(post, "Second version");
    fediverse.settle();
    Status seen = ben.view(post);
    assertThat(seen.text()).isEqualTo("Second version");
    assertThat(seen.at("/edited_at").isNull()).isFalse();
    assertThat(ben.get("/api/v1/statuses/" + seen.id() + "/history").valueStream())
        .extracting(version -> new Status(version).text())
        .containsExactly("First version", "Second version");
    assertThat(ben.notifications()).as("who boosted it is told").contains("update ada");
  }

  @Test
  void aDeletedPostVanishesEverywhere() {
    Status post = written(ada, "Soon gone, @" + cleo.handle());
    assertThat(cleo.sees(post)).isPresent();
    ben.favourite(post);
    fediverse.settle();
    ada.delete(post);
    fediverse.settle();
    for (Person one : List.of(ada, ben, bea, cleo)) {
      assertThat(one.sees(post)).isEmpty();
      assertThat(one.find(post.uri(), true)).isEmpty();
    }
    assertThat(ben.homeTexts()).doesNotContain("Soon gone, @cleo");
    var answer = ada.server().document(post.uri());
    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.text("/type")).isEqualTo("Tombstone");
  }

  @Test
  void answersMakeOneThread() {
    Status top = written(ada, "Top");
    Status first = answered(ben, top, "@" + ada.handle() + " first");
    Status second = answered(ada, first, "@" + ben.handle() + " second");
    assertThat(ada.thread(top)).containsExactly("@ada first", "@ben second");
    assertThat(ben.thread(first)).containsExactly("Top", "@ben second");
    assertThat(ben.thread(second)).hasSize(2);
    assertThat(ada.view(top).count("replies")).isEqualTo(1);
    assertThat(ben.view(top).count("replies")).isEqualTo(1);
    assertThat(ada.notifications()).contains("mention ben");
  }

  @Test
  void answersArePassedOnToTheFollowersOfTheOneAnswered() {
    Person rita = fediverse.person("rita", "alpha.test");
    Person sven = fediverse.person("sven", "beta.test");
    Person tina = fediverse.person("tina", "gamma.test");
    sven.follow(rita);
    tina.follow(rita);
    fediverse.settle();
    Status top = written(rita, "Who wants to talk?");
    Status answer = answered(sven, top, "@" + rita.handle() + " I do");
    assertThat(tina.sees(answer)).as("sent by alpha, proven by beta").isPresent();
    assertThat(tina.thread(top)).hasSize(1);
    assertThat(tina.view(answer).at("/account/acct").asString()).isEqualTo(sven.handle());
    sven.edit(answer, "I do, indeed");
    fediverse.settle();
    assertThat(tina.view(answer).text()).isEqualTo("I do, indeed");
    sven.delete(answer);
    fediverse.settle();
    assertThat(tina.sees(answer)).as("the deletion is passed on too").isEmpty();
    assertThat(rita.sees(answer)).isEmpty();
  }

  @Test
  void whatIsMeantForFewIsNotPassedOn() {
    Person una = fediverse.person("una", "alpha.test");
    Person vito = fediverse.person("vito", "beta.test");
    Person wim = fediverse.person("wim", "gamma.test");
    vito.follow(una);
    wim.follow(una);
    fediverse.settle();
    Status top = written(una, "Speak up");
    Status answer = answered(vito, top, "@" + una.handle() + " in private", "visibility", "direct");
    assertThat(una.sees(answer)).isPresent();
    assertThat(wim.find(answer.uri(), true)).isEmpty();
    assertThat(wim.thread(top)).isEmpty();
  }

  @Test
  void missingParentsAreFetched() {
    Person xena = fediverse.person("xena", "alpha.test");
    Person yves = fediverse.person("yves", "beta.test");
    Person zoe = fediverse.person("zoe", "gamma.test");
    Status one = written(xena, "One");
    Status two = answered(xena, one, "Two");
    yves.find(two.uri(), true);
    fediverse.settle();
    assertThat(yves.sees(one)).isPresent();
    zoe.follow(yves);
    fediverse.settle();
    Status three = answered(yves, two, "Three");
    assertThat(zoe.thread(three)).containsExactly("One", "Two");
    assertThat(zoe.homeTexts()).as("parents come without being news").doesNotContain("One", "Two");
  }

  @Test
  void favouritesCountOnBothSides() {
    Status post = written(ada, "Like this");
    ben.favourite(post);
    bea.favourite(post);
    fediverse.settle();
    assertThat(ada.view(post).count("favourites")).isEqualTo(2);
    assertThat(ben.view(post).count("favourites")).isEqualTo(2);
    assertThat(ada.notifications()).contains("favourite ben", "favourite bea");
    assertThat(ada.get("/api/v1/statuses/" + post.id() + "/favourited_by").size()).isEqualTo(2);
    ben.act("unfavourite", post);
    fediverse.settle();
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
    assertThat(ben.view(post).count("favourites")).isEqualTo(1);
    assertThat(ben.view(post).at("/favourited").asBoolean()).isFalse();
  }

  @Test
  void boostsTravelAndCount() {
    Person hedi = fediverse.person("hedi", "gamma.test");
    hedi.follow(ben);
    fediverse.settle();
    Status post = written(ada, "Worth a boost");
    ben.boost(post);
    fediverse.settle();
    assertThat(ada.view(post).count("reblogs")).isEqualTo(1);
    assertThat(ada.notifications()).contains("reblog ben");
    Status boost = hedi.home().getFirst();
    assertThat(boost.isBoost()).isTrue();
    assertThat(boost.boosted().uri()).isEqualTo(post.uri());
    assertThat(boost.boosted().text()).isEqualTo("Worth a boost");
    assertThat(boost.at("/account/acct").asString()).isEqualTo(ben.handle());
    ben.act("unreblog", post);
    fediverse.settle();
    assertThat(ada.view(post).count("reblogs")).isZero();
    assertThat(ben.view(post).count("reblogs")).isZero();
    assertThat(hedi.homeTexts()).doesNotContain("Worth a boost");
    assertThat(ada.get("/api/v1/statuses/" + post.id() + "/reblogged_by")).isEmpty();
  }

  @Test
  void whatIsNotOpenIsNotBoosted() {
    Status post = written(ada, "Not for all", "visibility", "private");
    assertThat(ben.tries("/api/v1/statuses/" + ben.view(post).id() + "/reblog"))
        .isBetween(400, 499);
  }
}
