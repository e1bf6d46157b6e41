package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * No list of the client API runs a statement for each of its rows: after a restart, with nothing
 * kept at hand, a long page takes as few as a short one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
  private static final int PEOPLE = 12;
  private static final int MOST = 12;

  private static final Pattern COUNT =
      Pattern.compile("(?m)^storage_statements_total(?:\\{[^}]*})? ([0-9.E+]+)$");

  private final Fediverse fediverse = Fediverse.of("alpha.test");
  private final List<Person> people = new ArrayList<>();
  private Person reader;
  private Status thread;

  @BeforeAll
  void much() {
    reader = fediverse.person("reader", "alpha.test");
    thread = reader.write("What everybody answers #talk");
    for (int i = 0; i < PEOPLE; i++) {
      Person one = fediverse.person("person" + i, "alpha.test");
      people.add(one);
      reader.follow(one);
      one.follow(reader);
      Status answer =
          one.write("@" + reader.handle() + " one #talk", "in_reply_to_id", thread.id());
      Status poll =
          one.write(
              "Tea?",
              "poll[options][]",
              "yes",
              "poll[options][]",
              "no",
              "poll[expires_in]",
              "3600");
      one.write("quoting", "quoted_status_id", thread.id());
      one.post("/api/v1/statuses/" + thread.id() + "/favourite");
      one.post("/api/v1/statuses/" + thread.id() + "/reblog");
      reader.post("/api/v1/statuses/" + answer.id() + "/favourite");
      reader.post("/api/v1/statuses/" + poll.id() + "/bookmark");
      one.write("@" + reader.handle() + " a letter", "visibility", "direct");
      reader.post("/api/v1/accounts/" + reader.idOf(one) + "/endorse");
    }
    fediverse.settle();
  }

  @AfterAll
  void close() {
    fediverse.close();
  }

  @Test
  void aLongPageTakesNoMoreThanAShortOne() {
    Map<String, Integer> tooMany = new LinkedHashMap<>();
    for (String path : paths()) {
      String more = path.contains("?") ? "&" : "?";
      int few = cost(path + more + "limit=2");
      int many = cost(path + more + "limit=40");
      if (many > MOST || many > few + 3) tooMany.put(path + " " + few + " -> " + many, many);
    }
    assertThat(tooMany).isEmpty();
  }

  private List<String> paths() {
    String me = "/api/v1/accounts/" + reader.id();
    String one = "/api/v1/statuses/" + thread.id();
    return List.of(
        "/api/v1/timelines/home",
        "/api/v1/timelines/public",
        "/api/v1/timelines/tag/talk",
        "/api/v1/timelines/direct",
        "/api/v1/conversations",
        "/api/v1/notifications",
        "/api/v2/notifications",
        "/api/v1/favourites",
        "/api/v1/bookmarks",
        "/api/v1/endorsements",
        "/api/v1/directory",
        "/api/v1/followed_tags",
        me + "/statuses",
        me + "/followers",
        me + "/following",
        one + "/context",
        one + "/favourited_by",
        one + "/reblogged_by",
        one + "/quotes");
  }

  /** Statements that one request takes of a server that has just started. */
  private int cost(String path) {
    reader.server().restart();
    // Who asks is looked up once and then known.
    reader.get("/api/v1/accounts/verify_credentials");
    double before = statements();
    reader.get(path);
    return (int) (statements() - before);
  }

  private double statements() {
    String all = reader.server().client().get("/metrics", null).response().body();
    Matcher count = COUNT.matcher(all);
    assertThat(count.find()).as(all).isTrue();
    return Double.parseDouble(count.group(1));
  }
}
