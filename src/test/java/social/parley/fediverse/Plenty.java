package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.parley.accounts.Role;
import social.parley.announcements.NoticeDraft;
import social.parley.mastodon.ApiClient.Answer;
import social.parley.mastodon.openapi.DescribedRoute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server where one person has a dozen of everything. */
final class Plenty {
  static final int DOZEN = 12;

  private static final String STATUSES = "/api/v1/statuses";
  private static final String EVENTS = "/api/v1/pleroma/events";
  private static final List<String> EMOJI =
      List.of("🎉", "🐘", "🍏", "🍐", "🍊", "🍋", "🍌", "🍉", "🍇", "🍓", "🍒", "🍑");

  private final Fediverse fediverse;
  private final Instance alpha;
  private final Person reader;

  /** Whom the reader follows, and who follow the reader. */
  private final List<Person> friends = new ArrayList<>();

  /** Who ask the reader for everything. */
  private final List<Person> askers = new ArrayList<>();

  /** Whom the reader does not want to meet. */
  private final List<Person> foes = new ArrayList<>();

  private final Map<String, String> paths;

  Plenty(Fediverse fediverse) {
    this.fediverse = fediverse;
    this.alpha = fediverse.add("alpha.test", Map.of("PARLEY_ABOUT_DOMAIN_BLOCKS", "everyone"));
    this.reader = alpha.staff("reader", Role.OWNER);
    String list = people();
    Status thread = posts();
    String collection = collections();
    letters();
    String filter = filters(thread);
    asking();
    staff();
    String event = events();
    trends();
    moved();
    fediverse.settle();
    paths = paths(list, thread, collection, filter);
    paths.put(EVENTS + "/{id}/participations", EVENTS + "/" + event + "/participations");
  }

  Person reader() {
    return reader;
  }

  Answer ask(String path) {
    return alpha.client().get(path, reader.token());
  }

  /** Where a route leads here. */
  String path(DescribedRoute route) {
    boolean open = route.path().contains("{");
    for (String parameter : route.parameters())
      open |= parameter.endsWith("!") || parameter.equals("id[]");
    String path = paths.getOrDefault(route.path(), open ? null : route.path());
    assertThat(path).as("a dozen rows for " + route.path()).isNotNull();
    return path;
  }

  private static String id(JsonNode one) {
    return one.path("id").asString();
  }

  private void send(String method, String path, String json) {
    Answer answer = alpha.client().send(method, path, json, "application/json", reader.token());
    assertThat(answer.status()).as(path + answer.response().body()).isEqualTo(200);
  }

  private static String account(Person person, String deed) {
    return "/api/v1/accounts/" + person.id() + "/" + deed;
  }

  /** Gives the list on which all friends are. */
  private String people() {
    String list = null;
    for (int i = 0; i < DOZEN; i++) {
      String made = id(reader.post("/api/v1/lists", "title", "List " + i));
      if (list == null) list = made;
      Person friend = alpha.person("friend" + i);
      friend.profile("note", "Likes to talk");
      Person asker = alpha.person("asker" + i);
      friends.add(friend);
      askers.add(asker);
      reader.post(account(friend, "follow"));
      friend.post(account(reader, "follow"));
      reader.post(account(friend, "endorse"));
      reader.post("/api/v1/lists/" + list + "/accounts", "account_ids[]", friend.id());
      if (i > 0)
        reader.post("/api/v1/lists/" + made + "/accounts", "account_ids[]", friends.get(0).id());
      Person foe = alpha.person("foe" + i);
      foes.add(foe);
      reader.post(account(foe, "mute"));
      reader.post(account(foe, "block"));
      reader.post("/api/v1/domain_blocks", "domain", "hidden" + i + ".example");
    }
    for (Person friend : friends) {
      friend.post(account(askers.get(friends.indexOf(friend)), "follow"));
      friend.post(account(askers.getFirst(), "follow"));
    }
    reader.profile("locked", "true");
    for (Person asker : askers) asker.post(account(reader, "follow"));
    return list;
  }

  private Status posts() {
    Status thread = reader.write("What everybody answers #talk");
    for (int i = 0; i < DOZEN; i++) {
      Person one = friends.get(i);
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
      one.write("Look", "media_ids[]", one.upload(Pictures.png(8, 8), "a square"));
      one.post(STATUSES + "/" + thread.id() + "/favourite");
      one.post(STATUSES + "/" + thread.id() + "/reblog");
      askers.get(i).post("/api/friendica/statuses/" + thread.id() + "/dislike");
      String emoji = URLEncoder.encode(EMOJI.get(i), StandardCharsets.UTF_8);
      one.post(STATUSES + "/" + thread.id() + "/react/" + emoji);
      reader.post(STATUSES + "/" + answer.id() + "/favourite");
      reader.post(STATUSES + "/" + poll.id() + "/bookmark");
      reader.write("Number " + i + " of mine #tag" + i);
      reader.post("/api/v1/tags/tag" + i + "/follow");
      if (i < 10) reader.post("/api/v1/featured_tags", "name", "shown" + i);
      send(
          "POST",
          STATUSES,
          "{\"status\":\"Later\",\"scheduled_at\":\"%s\"}"
              .formatted(fediverse.clock().instant().plus(Duration.ofHours(1 + i))));
      reader.edit(thread, "What everybody answers, " + i + " #talk");
    }
    return thread;
  }

  /** Gives the one in which all friends are. */
  private String collections() {
    String full = null;
    for (int i = 0; i < DOZEN; i++) {
      Person friend = friends.get(i);
      friend.post(
          "/api/v1/collections",
          "name",
          "Readers",
          "tag_name",
          "talk",
          "discoverable",
          "true",
          "account_ids[]",
          reader.id());
      if (i < 10) {
        var made =
            reader.post("/api/v1/collections", "name", "Nr. " + i, "account_ids[]", friend.id());
        if (full == null) full = id(made.path("collection"));
      }
      if (i > 0) reader.post("/api/v1/collections/" + full + "/items", "account_id", friend.id());
    }
    return full;
  }

  private void letters() {
    for (Person friend : friends)
      friend.write("@" + reader.handle() + " a letter", "visibility", "direct");
    String last = null;
    for (int i = 0; i < DOZEN; i++) {
      String[] more =
          last == null
              ? new String[] {"visibility", "direct"}
              : new String[] {"visibility", "direct", "in_reply_to_id", last};
      last = friends.getFirst().write("@" + reader.handle() + " more " + i, more).id();
    }
  }

  /** Gives one with many words and posts. */
  private String filters(Status thread) {
    String first = null;
    for (int i = 0; i < DOZEN; i++) {
      String made =
          id(
              reader.post(
                  "/api/v2/filters",
                  "title",
                  "Filter " + i,
                  "context[]",
                  "home",
                  "keywords_attributes[][keyword]",
                  "word" + i));
      if (first == null) first = made;
      reader.post("/api/v2/filters/" + first + "/keywords", "keyword", "another" + i);
      reader.post(
          "/api/v2/filters/" + first + "/statuses", "status_id", reader.write("x" + i).id());
    }
    return first;
  }

  private void asking() {
    Status guarded =
        reader.write("Ask me", "interaction_policy[can_reply][manual_approval][]", "public");
    send("PATCH", "/api/v2/notifications/policy", "{\"for_not_following\":\"filter\"}");
    for (Person asker : askers) {
      asker.write("May I?", "in_reply_to_id", guarded.id());
      asker.write("@" + reader.handle() + " hello");
      asker.post("/api/v1/reports", "account_id", friends.getFirst().id());
    }
  }

  private void staff() {
    for (int i = 0; i < DOZEN; i++) {
      String admin = "/api/v1/admin/";
      reader.post(admin + "domain_blocks", "domain", "blocked" + i + ".example");
      reader.post(admin + "domain_allows", "domain", "allowed" + i + ".example");
      reader.post(admin + "email_domain_blocks", "domain", "mail" + i + ".example");
      reader.post(admin + "canonical_email_blocks", "email", "x" + i + "@example.org");
      reader.post(admin + "ip_blocks", "ip", "10.0.0." + i, "severity", "no_access");
      alpha.community().notices().create(NoticeDraft.of("Hear, @friend" + i));
      Answer added =
          alpha
              .client()
              .upload(
                  "/api/v1/pleroma/emoji/packs/files",
                  reader.token(),
                  Pictures.png(8, 8),
                  "name",
                  "shapes",
                  "shortcode",
                  "shape" + i);
      assertThat(added.status()).isEqualTo(200);
    }
  }

  /** Gives the one to which everybody comes; the reader comes to all of them. */
  private String events() {
    Outsider outside = fediverse.outsider("outside.test");
    String rex = outside.actor("rex");
    outside.befriend(fediverse, reader, rex);
    String first = null;
    for (int i = 0; i < DOZEN; i++) {
      ObjectNode event =
          outside
              .note("/events/" + i, rex, "Bring beans")
              .put("type", "Event")
              .put("name", "Party")
              .put("startTime", fediverse.clock().instant().plus(Duration.ofDays(7)).toString());
      outside.send(alpha, outside.create(event));
      fediverse.settle();
      Status known = reader.find(event.path("id").asString(), false).orElseThrow();
      reader.post(EVENTS + "/" + known.id() + "/join");
      if (first == null) first = known.id();
    }
    for (Person friend : friends) friend.post(EVENTS + "/" + first + "/join");
    return first;
  }

  private void trends() {
    for (int i = 0; i < DOZEN; i++) {
      Person one = friends.get(i);
      Person other = friends.get((i + 1) % DOZEN);
      Status good = one.write("Good #rising" + i + " https://news" + i + ".example/story");
      other.write("Me too #rising" + i + " https://news" + i + ".example/story");
      for (Person fan : List.of(other, reader)) fan.post(STATUSES + "/" + good.id() + "/favourite");
      other.post(STATUSES + "/" + good.id() + "/reblog");
      one.write("Read https://news.example/all");
      one.write("Quoting somebody else", "quoted_status_id", good.id());
    }
    // Looking at pages is for cards to test.
    alpha
        .community()
        .database()
        .run(tx -> tx.update("UPDATE cards SET state = 'ready', title = 'A story'").execute());
    alpha.community().trends().refresh();
  }

  /** All foes have moved, each to somebody else. */
  private void moved() {
    alpha
        .community()
        .database()
        .run(tx -> {
          for (int i = 0; i < DOZEN; i++)
            tx.update("UPDATE actors SET moved_to = :to WHERE id = :id")
                .bind("to", Long.parseLong(askers.get(i).id()))
                .bind("id", Long.parseLong(foes.get(i).id()))
                .execute();
        });
  }

  private Map<String, String> paths(String list, Status thread, String collection, String filter) {
    String all = askers.stream().map(one -> "id[]=" + one.id()).collect(Collectors.joining("&"));
    String me = "/api/v1/accounts/" + reader.id();
    String one = STATUSES + "/" + thread.id();
    String posts =
        reader
            .get(me + "/statuses?limit=12")
            .valueStream()
            .map(post -> "id[]=" + id(post))
            .collect(Collectors.joining("&"));
    String group =
        reader
            .get("/api/v2/notifications?types[]=favourite")
            .at("/notification_groups/0/group_key")
            .asString();
    String conversation = id(reader.get("/api/v1/conversations").get(0));
    Map<String, String> paths = new HashMap<>();
    for (String below :
        List.of(
            "collections",
            "endorsements",
            "featured_tags",
            "followers",
            "following",
            "in_collections",
            "statuses")) paths.put("/api/v1/accounts/{id}/" + below, me + "/" + below);
    for (String below : List.of("context", "favourited_by", "history", "quotes", "reblogged_by"))
      paths.put("/api/v1/statuses/{id}/" + below, one + "/" + below);
    for (String below : List.of("keywords", "statuses"))
      paths.put("/api/v2/filters/{id}/" + below, "/api/v2/filters/" + filter + "/" + below);
    for (String below : List.of("endorsements", "favourites"))
      paths.put(
          "/api/v1/pleroma/accounts/{id}/" + below,
          "/api/v1/pleroma/accounts/" + reader.id() + "/" + below);
    paths.put(
        "/api/friendica/statuses/{id}/disliked_by",
        "/api/friendica/statuses/" + thread.id() + "/disliked_by");
    String reactions = "/api/v1/pleroma/statuses/" + thread.id() + "/reactions";
    paths.put("/api/v1/pleroma/statuses/{id}/reactions", reactions);
    paths.put(
        "/api/v1/pleroma/statuses/{id}/reactions/{emoji}",
        reactions + "/" + URLEncoder.encode(EMOJI.getFirst(), StandardCharsets.UTF_8));
    paths.put(
        "/api/v1/pleroma/conversations/{id}/statuses",
        "/api/v1/pleroma/conversations/" + conversation + "/statuses");
    paths.put("/api/v1/accounts/{id}/lists", account(friends.getFirst(), "lists"));
    paths.put("/api/v1/accounts", "/api/v1/accounts?" + all);
    paths.put("/api/v1/accounts/familiar_followers", "/api/v1/accounts/familiar_followers?" + all);
    paths.put("/api/v1/accounts/relationships", "/api/v1/accounts/relationships?" + all);
    paths.put("/api/v1/accounts/search", "/api/v1/accounts/search?q=friend");
    paths.put("/api/v1/statuses", STATUSES + "?" + posts);
    paths.put("/api/v1/collections/{id}", "/api/v1/collections/" + collection);
    paths.put("/api/v1/lists/{id}/accounts", "/api/v1/lists/" + list + "/accounts");
    paths.put("/api/v1/timelines/list/{id}", "/api/v1/timelines/list/" + list);
    paths.put("/api/v1/timelines/tag/{tag}", "/api/v1/timelines/tag/talk");
    paths.put("/api/v1/timelines/link", "/api/v1/timelines/link?url=https://news.example/all");
    paths.put("/api/v1/peers/search", "/api/v1/peers/search?q=outside");
    paths.put("/api/v1/search", "/api/v1/search?q=friend");
    paths.put("/api/v2/search", "/api/v2/search?q=talk");
    paths.put("/api/v2/notifications/{group}", "/api/v2/notifications/" + group);
    paths.put(
        "/api/v2/notifications/{group}/accounts", "/api/v2/notifications/" + group + "/accounts");
    return paths;
  }
}
