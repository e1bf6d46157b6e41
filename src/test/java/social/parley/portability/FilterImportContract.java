package social.parley.portability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import social.parley.web.Guest;

/** How filters are brought from another server, by the pages. */
abstract class FilterImportContract extends Bringing {
  private void filter(Person whose, String title, String action, String... words) {
    List<String> fields = new ArrayList<>(List.of("title", title, "filter_action", action));
    fields.addAll(List.of("context[]", "home", "context[]", "public"));
    for (String word : words) {
      fields.addAll(List.of("keywords_attributes[][keyword]", word));
      fields.addAll(List.of("keywords_attributes[][whole_word]", "false"));
    }
    whose.post("/api/v2/filters", fields.toArray(String[]::new));
  }

  /** Lets the first filter of {@code old} hold a post by itself. */
  private void hold(Status post) {
    String id = old.get("/api/v2/filters").at("/0/id").asString();
    old.post(
        "/api/v2/filters/" + id + "/statuses",
        "status_id",
        old.find(post.uri(), true).orElseThrow().id());
  }

  private String filtersOf(Person whose) {
    return Guest.of(whose).open("/settings/export/custom_filters.json").body();
  }

  @Test
  void filtersComeAlongAsTheyWere() {
    Status held = ben.write("a post by itself");
    filter(old, "Sports; and \"more\"\nof it", "hide", "football", "Tour de France");
    filter(old, "Sports; and \"more\"\nof it", "blur", "tennis");
    hold(held);
    old.post("/api/v2/filters", "title", "Endings", "context[]", "thread", "expires_in", "86400");
    String file = filtersOf(old);
    assertThat(file).contains("Tour de France", held.uri(), "\"expire_at\":\"2");
    bring("filters", "merge", file);
    assertThat(guest.text()).contains("Your filters", "4 rows", "4 rows done");
    assertThat(filtersOf(ada)).isEqualTo(file);
    bring("filters", "merge", file);
    assertThat(filtersOf(ada)).as("once is enough").isEqualTo(file);
    propose("filters", "overwrite", file);
    assertThat(guest.text()).contains("0 entries that are not in it will be removed");
    begin();
    fediverse.settle();
    assertThat(filtersOf(ada)).as("nothing of it goes").isEqualTo(file);
    assertThat(filtersOf(old)).isEqualTo(file);
  }

  @Test
  void postsWaitForAFilterThatHadToWait() {
    Status held = ben.write("a post by itself");
    filter(old, "Sports", "hide", "football");
    hold(held);
    String file = filtersOf(old);
    filter(ada, "Sports", "hide", "rugby");
    for (String one : List.of(file, file.replace("Sports", "New"))) {
      propose("filters", "overwrite", one);
      // As if a first try of the filter had come to nothing, so that its post comes before it.
      change(
          "UPDATE import_rows SET attempts = 1 WHERE state = 'waiting' AND detail NOT LIKE"
              + " 'post;%'");
      begin();
      fediverse.settle();
      for (int i = 0; i < 3; i++) fediverse.after(Duration.ofHours(8));
      assertThat(guest.open(PAGE).page().selectFirst("[data-import]").text())
          .contains("2 rows done");
      assertThat(filtersOf(ada)).isEqualTo(one);
    }
  }

  @Test
  void filtersAreAddedToThoseThereAreOrTakeTheirPlace() {
    filter(ada, "Sports", "hide", "football", "rugby");
    filter(ada, "Sports", "warn", "chess");
    filter(ada, "Endings", "warn", "she stays");
    String file =
        """
        {"custom_filters": [
          {"title": "Sports", "action": "hide", "context": ["public", "home", "nowhere"],
            "keywords_attributes": [{"keyword": "football", "whole_word": false},
              {"keyword": "tennis", "whole_word": true}], "statuses": ["not an address"]},
          {"title": "No place", "context": []},
          {"title": "No word", "context": ["home"], "keywords_attributes": [{"keyword": " "}]},
          {"title": "No time", "context": ["home"], "expire_at": "tomorrow"},
          {"title": "Late", "context": ["home"], "expire_at": "+999999999-12-31T00:00:00Z"},
          {"title": "Nothing\\u0000", "context": ["home"]},
          {"title": "Half\\ud800", "context": ["home"]},
          {"title": "Long", "context": ["home"], "keywords_attributes": [{"keyword": "%s"}]}]}
        """
            .formatted("x".repeat(513));
    bring("filters", "merge", file);
    assertThat(guest.text())
        .contains("1 row done", "8 rows failed", "No place: This row makes no sense")
        .contains("not an address: This row makes no sense")
        .contains("Long: is too long (maximum is 512 characters)");
    String all = filtersOf(ada);
    assertThat(all).contains("rugby", "football", "tennis", "chess", "she stays");
    assertThat(all.split("football", -1)).as("the same word once").hasSize(2);
    propose("filters", "overwrite", file);
    assertThat(guest.text()).contains("2 entries that are not in it will be removed");
    assertThat(filtersOf(ada)).isEqualTo(all);
    begin();
    fediverse.settle();
    assertThat(filtersOf(ada))
        .contains("football", "tennis")
        .doesNotContain("rugby", "chess", "she stays");
    assertThat(ada.get("/api/v2/filters")).hasSize(1);
  }

  @Test
  void whatHoldsNoFiltersIsRefused() {
    for (String file :
        new String[] {
          "{",
          "[]",
          "{}",
          "{\"custom_filters\": {}}",
          "{\"custom_filters\": []}",
          "a,b\n",
          "{\"custom_filters\": [3, null, \"x\"]}",
          " ".repeat((1 << 20) + 1)
        })
      assertThat(propose("filters", "merge", file).status())
          .as(file.substring(0, Math.min(30, file.length())))
          .isEqualTo(422);
    assertThat(guest.open(PAGE).page().select("[data-import]")).isEmpty();
  }
}
