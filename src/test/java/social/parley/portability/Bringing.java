package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Person;
import social.parley.web.Guest;

/** Ada, who brings to a server by its page what she or others had elsewhere. */
abstract class Bringing {
  static final String PAGE = "/settings/import";

  Fediverse fediverse;
  Person old;
  Person ada;
  Person ben;
  Person cleo;
  Guest guest;

  abstract Fediverse open(String... hosts);

  @BeforeEach
  void start() {
    fediverse = open("alpha.test", "beta.test");
    old = fediverse.person("old", "alpha.test");
    cleo = fediverse.person("cleo", "alpha.test");
    ada = fediverse.person("ada", "beta.test");
    ben = fediverse.person("ben", "beta.test");
    guest = Guest.of(ada);
  }

  @AfterEach
  void stop() {
    fediverse.close();
  }

  Guest propose(String kind, String mode, String file) {
    return propose(kind, mode, file.getBytes(UTF_8));
  }

  Guest propose(String kind, String mode, byte[] file) {
    return guest.open(PAGE).attach("data", file).submit(PAGE, "kind", kind, "mode", mode);
  }

  Guest begin() {
    Element go = guest.page().selectFirst("form[action$=/begin]");
    assertThat(go).as(guest.text()).isNotNull();
    return guest.submit(go.attr("action"));
  }

  void bring(String kind, String mode, String file) {
    propose(kind, mode, file);
    begin();
    fediverse.settle();
    guest.open(PAGE);
    assertThat(guest.page().select("[data-import] .tag").first().text()).isEqualTo("Finished");
  }

  void change(String statement) {
    ada.server().community().database().run(tx -> tx.update(statement).execute());
  }
}
