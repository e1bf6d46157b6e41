package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.mastodon.openapi.DescribedRoute;
import social.parley.mastodon.openapi.Tables;
import tools.jackson.databind.JsonNode;

/**
 * No list of the client API runs a statement for each of its rows: of a server that has just
 * started, with nothing kept at hand, a list of a dozen takes a dozen statements at most. Which
 * lists there are is read from the table of routes, so that none is forgotten.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatementsContract {
  private static final int MOST = 12;

  private static final Pattern COUNT =
      Pattern.compile("(?m)^storage_statements_total(?:\\{[^}]*})? ([0-9.E+]+)$");

  /** Answers that are one thing. */
  private static final Set<String> ONE =
      Set.of(
          "Account",
          "AdminAccount",
          "AdminCanonicalEmailBlock",
          "AdminDomainAllow",
          "AdminDomainBlock",
          "AdminEmailDomainBlock",
          "AdminIpBlock",
          "AdminReport",
          "AdminTag",
          "Application",
          "B",
          "Conversation",
          "Count",
          "CredentialAccount",
          "DomainBlockPreview",
          "ExtendedDescription",
          "Filter",
          "FilterKeyword",
          "FilterStatus",
          "Instance",
          "Invite",
          "List",
          "Markers",
          "MediaAttachment",
          "Merged",
          "Notification",
          "NotificationPolicy",
          "NotificationRequest",
          "OAuthMetadata",
          "OEmbed",
          "Poll",
          "Preferences",
          "PreviewCard",
          "PrivacyPolicy",
          "Profile",
          "ScheduledStatus",
          "Status",
          "StatusSource",
          "Tag",
          "TermsOfService",
          "Userinfo",
          "V1Filter",
          "V1Instance",
          "V1NotificationPolicy",
          "WebPushSubscription",
          "events",
          "page");

  /** What is no list either, or has no rows that are read. */
  private static final Map<String, String> NOT_ASKED =
      Map.ofEntries(
          Map.entry("/.well-known/host-meta", "one"),
          Map.entry("/.well-known/host-meta.json", "one"),
          Map.entry("/.well-known/nodeinfo", "one"),
          Map.entry("/.well-known/webfinger", "one"),
          Map.entry("/nodeinfo/{version}", "one"),
          Map.entry("/api/openapi.json", "from a file"),
          Map.entry("/api/pleroma/aliases", "one"),
          Map.entry("/api/v1/pleroma/captcha", "one"),
          Map.entry("/api/v1/pleroma/healthcheck", "one"),
          Map.entry("/api/v1/accounts/{id}/identity_proofs", "always empty"),
          Map.entry("/api/v1/akkoma/translation/languages", "from another server"),
          Map.entry("/api/v1/annual_reports", "always empty"),
          Map.entry("/api/v1/annual_reports/{year}", "always empty"),
          Map.entry("/api/v1/annual_reports/{year}/state", "one"),
          Map.entry("/api/v1/donation_campaigns", "always empty"),
          Map.entry("/api/v1/instance/languages", "from the program"),
          Map.entry("/api/v1/instance/rules", "from the settings"),
          Map.entry("/api/v1/instance/translation_languages", "from another server"),
          Map.entry("/api/v1/interaction_policies/defaults", "one"),
          Map.entry("/api/v1/interaction_requests/{request}", "one"),
          Map.entry("/api/v1/statuses/{id}/translations/{language}", "one"),
          Map.entry("/api/v1/streaming/health", "one"),
          Map.entry("/api/v1_alpha/async_refreshes/{id}", "one"));

  /** Lists that may not, or need not, be so long. */
  private static final Map<String, Integer> SHORT =
      Map.of(
          "/api/v1/accounts/{id}/collections", 10,
          "/api/v1/accounts/{id}/featured_tags", 10,
          "/api/v1/featured_tags", 10,
          "/api/v1/featured_tags/suggestions", 10,
          // These name servers, and a dozen are a lot to start.
          "/api/v1/instance/peers", 1,
          "/api/v1/peers/search", 1,
          // A pack is a category.
          "/api/v1/pleroma/emoji/packs", 1,
          "/api/v1/pleroma/statuses/{id}/reactions/{emoji}", 1,
          // Only the latest few are named.
          "/api/v2/notifications/{group}", 8);

  private Fediverse fediverse;
  private Plenty plenty;

  abstract Fediverse open();

  @BeforeAll
  void much() {
    fediverse = open();
    plenty = new Plenty(fediverse);
    // The index is made when it is first asked, and has nothing to follow when it is asked again.
    fediverse.clock().advance(Duration.ofMinutes(1));
    plenty.ask("/api/v2/search?q=nothing");
  }

  @AfterAll
  void close() {
    fediverse.close();
  }

  private static List<DescribedRoute> lists() {
    return Tables.routes().stream()
        .filter(one -> one.method().equals("GET") && !ONE.contains(one.returns()))
        .filter(one -> !NOT_ASKED.containsKey(one.path()))
        .toList();
  }

  @Test
  void aLongListTakesFewStatements() {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (DescribedRoute route : lists()) {
      String path = plenty.path(route);
      if (route.parameters().contains("limit"))
        path += (path.contains("?") ? "&" : "?") + "limit=40";
      plenty.reader().server().restart();
      // Who asks is looked up once and then known.
      plenty.reader().get("/api/v1/accounts/verify_credentials");
      double before = statements(plenty.reader().server());
      Answer answer = plenty.ask(path);
      int cost = (int) (statements(plenty.reader().server()) - before);
      int rows = answer.status() == 200 ? longest(answer.json()) : 0;
      if (rows < SHORT.getOrDefault(route.path(), Plenty.DOZEN))
        wrong.put(path, answer.status() + " with " + rows + " rows");
      else if (cost > MOST) wrong.put(path, cost + " statements");
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aFirstPageAskedForAgainTakesNone() {
    Instance quiet = fediverse.add("quiet.test", Map.of());
    Person writer = quiet.person("writer");
    Person person = quiet.person("person");
    person.follow(writer);
    writer.favourite(person.write("one of mine"));
    for (int i = 0; i < 20; i++) writer.write("number " + i + " for @person");
    fediverse.settle();
    String posts = "/api/v1/accounts/" + writer.id() + "/statuses";
    Map<String, Double> again = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/api/v1/timelines/home",
            "/api/v1/timelines/public",
            posts,
            posts + "?exclude_replies=true",
            "/api/v1/notifications",
            "/api/v1/notifications?exclude_types[]=poll")) {
      assertThat(person.get(path)).as(path).hasSizeGreaterThanOrEqualTo(Plenty.DOZEN);
      double before = statements(quiet);
      person.get(path);
      again.put(path, statements(quiet) - before);
    }
    assertThat(again.values()).as(again.toString()).containsOnly(0.0);
  }

  @Test
  void whatIsNotAskedIsThere() {
    List<String> known = new ArrayList<>();
    for (DescribedRoute route : Tables.routes()) known.add(route.path());
    assertThat(known).containsAll(NOT_ASKED.keySet()).containsAll(SHORT.keySet());
  }

  /** The longest list in an answer, or how many members it has. */
  private static int longest(JsonNode answer) {
    if (answer.isArray()) return answer.size();
    int most = 0;
    for (JsonNode member : answer) if (member.isArray()) most = Math.max(most, member.size());
    return most == 0 ? answer.size() : most;
  }

  private static double statements(Instance server) {
    String all = server.client().get("/metrics", null).response().body();
    Matcher count = COUNT.matcher(all);
    assertThat(count.find()).as(all).isTrue();
    return Double.parseDouble(count.group(1));
  }
}
