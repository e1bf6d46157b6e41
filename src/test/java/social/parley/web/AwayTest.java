package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Person;

/** Visitors from another server do there what they wanted to do here. */
class AwayTest {
  private static Guest at(Fediverse fediverse, String host) {
    return new Guest(fediverse.at(host).settings().url().value());
  }

  private static String local(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Test
  void aStrangerFollowsAndAnswersFromTheirOwnServer() {
    try (Fediverse fediverse = Fediverse.of("alpha.test", "beta.test")) {
      Person ada = fediverse.person("ada", "alpha.test");
      Person ben = fediverse.person("ben", "beta.test");
      ada.write("A word to everybody");
      Guest stranger = at(fediverse, "alpha.test").open("/@ada");
      stranger.open(stranger.page().select(".profile-buttons a").attr("href"));
      String here = stranger.page().select(".hint a").attr("href");
      stranger.submit("/away", "handle", "nonsense");
      assertThat(stranger.status()).isEqualTo(422);
      assertThat(stranger.page().select("[name=handle]").val()).isEqualTo("nonsense");
      stranger.submit("/away", "handle", "@" + ben.handle());
      String follow = stranger.page().select("main a.button-main").attr("href");
      assertThat(follow)
          .startsWith(fediverse.at("beta.test").settings().url() + "/authorize_interaction?uri=");
      stranger.open("/@ada").open(stranger.page().select("a.action").attr("href"));
      assertThat(stranger.page().select("[name=handle]").val()).isEqualTo(ben.handle());
      stranger.submit("/away");
      String reply = stranger.page().select("main a.button-main").attr("href");
      Guest home =
          at(fediverse, "beta.test")
              .open("/auth/sign_in")
              .submit("/auth/sign_in", "login", "ben", "password", Instance.PASSWORD);
      home.open(local(follow));
      assertThat(home.path()).isEqualTo("/@" + ada.handle());
      home.open(local(reply));
      assertThat(home.path()).isEqualTo("/compose");
      assertThat(home.text()).contains("A word to everybody");
      home.open("/authorize_interaction?uri=acct:ad");
      assertThat(home.path()).isEqualTo("/search");
      fediverse.person("una", "alpha.test");
      Guest una =
          at(fediverse, "alpha.test")
              .open(here)
              .submit("/auth/sign_in", "login", "una", "password", Instance.PASSWORD);
      assertThat(una.path()).isEqualTo("/@ada");
    }
  }
}
