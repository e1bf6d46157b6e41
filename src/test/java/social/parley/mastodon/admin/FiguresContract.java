package social.parley.mastodon.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import social.parley.fediverse.Person;
import social.parley.fediverse.Status;
import tools.jackson.databind.JsonNode;

/** What the staff is told in figures, on either database. */
abstract class FiguresContract extends StaffRoom {
  private JsonNode figures(String what, String rest) {
    LocalDate today = LocalDate.ofInstant(fediverse.clock().instant(), ZoneOffset.UTC);
    String span = "start_at=" + today.minusDays(6) + "&end_at=" + today + "T23:59:59Z&";
    return mod.post("/api/v1/admin/" + what + "?" + span + rest);
  }

  @Test
  void figuresAreCounted() {
    Person lea = alpha.person("lea");
    Status post = lea.write("count me");
    ada.favourite(post);
    ada.reply(post, "one");
    ada.post("/api/v1/reports", "account_id", lea.id());
    lea.idOf(rex);
    JsonNode measures =
        figures(
            "measures",
            "keys[]=active_users&keys[]=new_users&keys[]=interactions&keys[]=opened_reports"
                + "&keys[]=resolved_reports&keys[]=nonsense&keys[]=instance_accounts"
                + "&instance_accounts[domain]="
                + outside.authority());
    assertThat(measures).hasSize(6);
    for (JsonNode measure : measures) assertThat(measure.path("data")).hasSize(7);
    assertThat(total(measures, "active_users")).isPositive();
    assertThat(total(measures, "new_users")).isPositive();
    assertThat(total(measures, "interactions")).isGreaterThanOrEqualTo(2);
    assertThat(total(measures, "opened_reports")).isPositive();
    assertThat(total(measures, "instance_accounts")).isPositive();
    JsonNode parts =
        figures(
            "dimensions",
            "keys[]=languages&keys[]=sources&keys[]=servers&keys[]=space_usage"
                + "&keys[]=software_versions&keys[]=instance_accounts&keys[]=instance_languages"
                + "&instance_accounts[domain]=x.test&instance_languages[domain]=x.test");
    assertThat(parts).hasSize(7);
    assertThat(parts.at("/0/data/0/human_key").asString()).isEqualTo("English");
    assertThat(parts.at("/2/data").findValuesAsString("key")).contains(alpha.authority());
    assertThat(parts.at("/3/data/0/value").asLong(0)).isPositive();
    assertThat(parts.at("/4/data").findValuesAsString("key")).contains("parley", "java");
    lea.write("about #gardening");
    fediverse.settle();
    String tag = lea.get("/api/v1/tags/gardening").path("id").asString();
    JsonNode tagged =
        figures(
            "measures",
            "keys[]=tag_uses&keys[]=tag_accounts&keys[]=tag_servers&tag_uses[id]=%1$s&tag_accounts[id]=%1$s&tag_servers[id]=%1$s"
                .formatted(tag));
    assertThat(tagged.findValuesAsString("total")).containsExactly("1", "1", "1");
    assertThat(
            figures("dimensions", "keys[]=tag_servers&tag_servers[id]=" + tag)
                .at("/0/data/0/value")
                .asString())
        .isEqualTo("1");
    JsonNode cohorts = figures("retention", "frequency=day");
    assertThat(cohorts).hasSize(7);
    JsonNode first = cohorts.path(6).at("/data/0");
    assertThat(first.path("rate").asDouble()).isEqualTo(1.0);
    assertThat(figures("retention", "frequency=month").at("/0/frequency").asString())
        .isEqualTo("month");
    assertThat(mod.tries("/api/v1/admin/measures", "keys[]", "new_users")).isEqualTo(422);
    assertThat(ada.tries("/api/v1/admin/measures")).isEqualTo(403);
  }

  private static long total(JsonNode measures, String key) {
    for (JsonNode measure : measures)
      if (measure.path("key").asString().equals(key))
        return Long.parseLong(measure.path("total").asString());
    throw new AssertionError("no " + key);
  }
}
