package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.web.Guest;
import tools.jackson.databind.node.ObjectNode;

/** Captions of films that come from another server, on the pages of this one. */
abstract class CaptionsContract {
  private static final String WORDS = "WEBVTT\n\n00:00.000 --> 00:05.000\nHello there\n";

  private Fediverse fediverse;
  private Outsider peer;
  private Person ada;
  private String maker;

  abstract Fediverse open(String... hosts);

  @BeforeEach
  void start() {
    fediverse = open("alpha.test");
    peer = fediverse.outsider("peer.test");
    ada = fediverse.person("ada", "alpha.test");
    maker = peer.actor("maker");
    peer.befriend(fediverse, ada, maker);
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  /** As PeerTube describes one, with captions in English and in a language of its own making. */
  private Status film(String... to) {
    ObjectNode film =
        peer.document("Video", "/videos/1")
            .put("name", "A walk")
            .put("published", fediverse.clock().instant().toString())
            .put("attributedTo", maker);
    var audience = film.putArray("to");
    for (String one : to) audience.add(one);
    film.putArray("url")
        .addObject()
        .put("type", "Link")
        .put("mediaType", "video/mp4")
        .put("href", peer.at("/walk.mp4"))
        .put("height", 720);
    var captions = film.putArray("subtitleLanguage");
    String[] languages = {"en", "de", "x\"y", "large"};
    for (int i = 0; i < languages.length; i++)
      captions.addObject().put("identifier", languages[i]).put("url", peer.at("/captions/" + i));
    peer.serve("/captions/0", WORDS, "text/plain");
    peer.serve(
        "/captions/1", "1\n00:00:00,000 --> 00:00:05,000\nGuten Tag\n", "application/x-subrip");
    peer.serve("/captions/2", "<script>alert(1)</script>", "text/vtt");
    peer.serve("/captions/3", WORDS + "x".repeat(1 << 20), "text/vtt");
    peer.serve("/videos/1", film);
    assertThat(peer.send(ada.server(), peer.create(film))).isEqualTo(202);
    fediverse.settle();
    return new Status(ada.get("/api/v1/timelines/home").get(0));
  }

  private Guest guest() {
    return new Guest(ada.server().settings().url().value());
  }

  private Guest enter() {
    return guest().enter("ada", Instance.PASSWORD);
  }

  private static String page(Status film) {
    return "/@" + film.at("/account/acct").asString() + "/" + film.id();
  }

  @Test
  void captionsComeFromHereInTheOneFormThatBrowsersShow() {
    Status film = film("https://www.w3.org/ns/activitystreams#Public");
    Guest reader = guest().open(page(film));
    var tracks = reader.page().select("video > track[kind=captions]");
    assertThat(tracks.eachAttr("label")).containsExactly("English", "German", "x\"y", "large");
    assertThat(tracks.eachAttr("srclang")).containsExactly("en", "de");
    String first = "/posts/" + film.id() + "/captions/0";
    assertThat(tracks.getFirst().attr("src")).isEqualTo(first);
    for (int i = 0; i < 2; i++) {
      reader.open(first);
      assertThat(reader.status()).isEqualTo(200);
      assertThat(reader.header("Content-Type")).isEqualTo("text/vtt; charset=utf-8");
      assertThat(reader.body()).isEqualTo(WORDS);
    }
    assertThat(peer.asked()).containsOnlyOnce("/captions/0");
    assertThat(guest().open(tracks.get(1).attr("src")).body())
        .isEqualTo("WEBVTT\n\n1\n00:00:00.000 --> 00:00:05.000\nGuten Tag\n");
  }

  @Test
  void whatIsNoneIsNotPassedOn() {
    Status film = film("https://www.w3.org/ns/activitystreams#Public");
    for (String place : new String[] {"2", "3", "4", "-1", "none"}) {
      Guest reader = guest().open("/posts/" + film.id() + "/captions/" + place);
      assertThat(reader.status()).as(place).isIn(404, 503);
      assertThat(reader.body()).as(place).doesNotContain("alert(1)", "xxxx");
    }
    Status text = ada.write("No film at all");
    assertThat(guest().open("/posts/" + text.id() + "/captions/0").status()).isEqualTo(404);
  }

  @Test
  void onlyWhoeverMaySeeThePostGetsThem() {
    Status film = film(ada.iri());
    String first = "/posts/" + film.id() + "/captions/0";
    assertThat(guest().open(first).status()).isEqualTo(404);
    assertThat(peer.asked()).doesNotContain("/captions/0");
    assertThat(enter().open(first).body()).isEqualTo(WORDS);
    assertThat(guest().open(first).status()).isEqualTo(404);
  }
}
