package social.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Outsider;
import tools.jackson.databind.node.ObjectNode;

/** Captions of a film from elsewhere in the player of a real browser. */
class CaptionsTest extends Visit {
  @Test
  void theBrowserShowsThem() {
    try (Fediverse fediverse = Fediverse.of()) {
      Outsider peer = fediverse.outsider("peer.test");
      ObjectNode film =
          peer.document("Video", "/videos/1")
              .put("name", "A walk")
              .put("published", "2026-02-01T10:00:00Z")
              .put("attributedTo", peer.actor("maker"))
              .put("to", "https://www.w3.org/ns/activitystreams#Public");
      film.putArray("url")
          .addObject()
          .put("type", "Link")
          .put("mediaType", "video/mp4")
          .put("href", peer.at("/walk.mp4"));
      film.putArray("subtitleLanguage")
          .addObject()
          .put("identifier", "en")
          .put("url", peer.at("/captions.vtt"));
      peer.serve("/videos/1", film);
      peer.serve(
          "/captions.vtt",
          "WEBVTT\n\n00:00.000 --> 00:05.000\nHello there\n\n00:06.000 --> 00:08.000\nBye\n",
          "text/vtt");
      String post = kai.find(peer.at("/videos/1"));
      String author = kai.shown(post).path("account").path("acct").asString();
      page.navigate("/@" + author + "/" + post);
      page.evaluate(
          """
          () => new Promise((done, wrong) => {
            const track = document.querySelector("video > track");
            track.addEventListener("load", () => done(true));
            track.addEventListener("error", () => wrong("the captions do not load"));
            track.track.mode = "showing";
          })\
          """);
      assertThat(
              page.evaluate(
                      "[...document.querySelector('video').textTracks[0].cues].map(one =>"
                          + " one.text)")
                  .toString())
          .isEqualTo("[Hello there, Bye]");
      assertThat(page.evaluate("document.querySelector('video').textTracks[0].language"))
          .isEqualTo("en");
    }
    // There is no film behind the address of the film.
    complaints.removeIf(text -> text.contains("404"));
  }
}
