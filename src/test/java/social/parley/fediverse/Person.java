package social.parley.fediverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.parley.core.AccountId;
import social.parley.core.TestClock;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with an account, who does everything through the client API. Others and their posts are
 * named by their addresses; the person's own server looks up its ids for them. A moment passes
 * before every deed, so that no two happen at the same time.
 */
public final class Person {
  private final Instance server;
  private final TestClock clock;
  private final AccountId account;
  private final String id;
  private final String handle;
  private final String iri;
  private final String token;

  Person(
      Instance server,
      TestClock clock,
      AccountId account,
      String id,
      String handle,
      String iri,
      String token) {
    this.server = server;
    this.clock = clock;
    this.account = account;
    this.id = id;
    this.handle = handle;
    this.iri = iri;
    this.token = token;
  }

  public Instance server() {
    return server;
  }

  public AccountId account() {
    return account;
  }

  /** The id on the own server. */
  public String id() {
    return id;
  }

  /** {@code name@domain}. */
  public String handle() {
    return handle;
  }

  /** The id everywhere. */
  public String iri() {
    return iri;
  }

  public String token() {
    return token;
  }

  /** Reads from the API, and it must work. */
  public JsonNode get(String path) {
    return ok(server.client().get(path, token), path);
  }

  /** Posts to the API, with names and values in turn, and it must work. */
  public JsonNode post(String path, String... parameters) {
    clock.advance(Duration.ofSeconds(1));
    return ok(server.client().form(path, token, parameters), path);
  }

  /** Posts to the API something that need not work; the status. */
  public int tries(String path, String... parameters) {
    clock.advance(Duration.ofSeconds(1));
    return server.client().form(path, token, parameters).status();
  }

  private JsonNode send(String method, String path, String json) {
    clock.advance(Duration.ofSeconds(1));
    return ok(server.client().send(method, path, json, "application/json", token), path);
  }

  private static JsonNode ok(Answer answer, String path) {
    assertThat(answer.status()).as(path + " " + answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  /** The id that this person's server has for somebody, whom it looks up if it must. */
  public String idOf(Person other) {
    return idOf("@" + other.handle);
  }

  public String idOf(String address) {
    JsonNode found = search(address, "accounts", true);
    assertThat(found.size()).as("found for " + address).isPositive();
    return found.get(0).path("id").asString();
  }

  /** How somebody's profile looks from here. */
  public JsonNode profile(Person other) {
    return get("/api/v1/accounts/" + idOf(other));
  }

  private JsonNode search(String query, String type, boolean resolve) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return get("/api/v2/search?q=" + encoded + "&type=" + type + "&resolve=" + resolve).path(type);
  }

  /** The post as this person sees it without asking any other server; empty when they cannot. */
  public Optional<Status> sees(Status post) {
    return find(post.uri(), false);
  }

  public Optional<Status> find(String uri, boolean resolve) {
    JsonNode found = search(uri, "statuses", resolve);
    return found.isEmpty() ? Optional.empty() : Optional.of(new Status(found.get(0)));
  }

  /** The post as this person sees it; they must. */
  public Status view(Status post) {
    return sees(post).orElseThrow(() -> new AssertionError(handle + " sees no " + post.uri()));
  }

  // People.

  private JsonNode account(Person other, String deed, String... parameters) {
    return post("/api/v1/accounts/" + idOf(other) + "/" + deed, parameters);
  }

  public JsonNode follow(Person other) {
    return account(other, "follow");
  }

  public void unfollow(Person other) {
    account(other, "unfollow");
  }

  public void removeFollower(Person other) {
    account(other, "remove_from_followers");
  }

  public void block(Person other) {
    account(other, "block");
  }

  public void unblock(Person other) {
    account(other, "unblock");
  }

  public void mute(Person other, Duration time) {
    account(other, "mute", "duration", Long.toString(time.toSeconds()));
  }

  public void accept(Person other) {
    post("/api/v1/follow_requests/" + idOf(other) + "/authorize");
  }

  public void reject(Person other) {
    post("/api/v1/follow_requests/" + idOf(other) + "/reject");
  }

  /** How this person stands to another, by the word of the API. */
  public boolean is(String relation, Person other) {
    return get("/api/v1/accounts/relationships?id=" + idOf(other))
        .get(0)
        .path(relation)
        .asBoolean();
  }

  /** Changes the own profile, with names and values in turn. */
  public JsonNode profile(String... parameters) {
    return change("PATCH", "/api/v1/accounts/update_credentials", parameters);
  }

  /** Puts to the API, with names and values in turn, and it must work. */
  public JsonNode put(String path, String... parameters) {
    return change("PUT", path, parameters);
  }

  private JsonNode change(String method, String path, String... parameters) {
    clock.advance(Duration.ofSeconds(1));
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2)
      pairs.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    String form = "application/x-www-form-urlencoded";
    return ok(server.client().send(method, path, String.join("&", pairs), form, token), path);
  }

  // Posts.

  /** Publishes a text; further parameters with names and values in turn. */
  public Status write(String text, String... parameters) {
    List<String> all = new ArrayList<>(List.of("status", text));
    all.addAll(List.of(parameters));
    return new Status(post("/api/v1/statuses", all.toArray(new String[0])));
  }

  public Status reply(Status to, String text, String... parameters) {
    List<String> all = new ArrayList<>(List.of("in_reply_to_id", view(to).id()));
    all.addAll(List.of(parameters));
    return write(text, all.toArray(new String[0]));
  }

  public Status edit(Status post, String text) {
    return new Status(
        send("PUT", "/api/v1/statuses/" + view(post).id(), "{\"status\":\"" + text + "\"}"));
  }

  public void delete(Status post) {
    clock.advance(Duration.ofSeconds(1));
    String path = "/api/v1/statuses/" + view(post).id();
    ok(server.client().send("DELETE", path, null, null, token), path);
  }

  /** Favourites, boosts, pins ... or takes that back, by the word of the API. */
  public Status act(String deed, Status post, String... parameters) {
    return new Status(post("/api/v1/statuses/" + view(post).id() + "/" + deed, parameters));
  }

  public Status favourite(Status post) {
    return act("favourite", post);
  }

  public Status boost(Status post) {
    return act("reblog", post);
  }

  /** Chooses answers of a poll by their numbers. */
  public void vote(Status post, int... choices) {
    List<String> parameters = new ArrayList<>();
    for (int choice : choices) parameters.addAll(List.of("choices[]", Integer.toString(choice)));
    String poll = view(post).at("/poll/id").asString();
    post("/api/v1/polls/" + poll + "/votes", parameters.toArray(new String[0]));
  }

  /** Uploads a picture; its id. */
  public String upload(byte[] file, String description) {
    Answer answer =
        server.client().upload("/api/v2/media", token, file, "description", description);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.text("/id");
  }

  // Reading.

  private List<Status> statuses(String path) {
    return get(path).valueStream().map(Status::new).toList();
  }

  public List<Status> home(String... parameters) {
    return statuses("/api/v1/timelines/home?limit=40" + String.join("", parameters));
  }

  /** The texts of the home timeline, newest first; of a boost that of the original. */
  public List<String> homeTexts() {
    return home().stream().map(one -> one.isBoost() ? one.boosted().text() : one.text()).toList();
  }

  /** The texts of the timeline of everybody this server knows. */
  public List<String> publicTexts() {
    return statuses("/api/v1/timelines/public?limit=40").stream().map(Status::text).toList();
  }

  public List<Status> postsOf(Person other) {
    return statuses("/api/v1/accounts/" + idOf(other) + "/statuses");
  }

  public List<String> textsOf(Person other) {
    return postsOf(other).stream().map(Status::text).toList();
  }

  /** The texts before and after a post in its thread. */
  public List<String> thread(Status post) {
    JsonNode context = get("/api/v1/statuses/" + view(post).id() + "/context");
    List<String> texts = new ArrayList<>();
    context.path("ancestors").forEach(one -> texts.add(new Status(one).text()));
    context.path("descendants").forEach(one -> texts.add(new Status(one).text()));
    return texts;
  }

  /** Types of notifications and who caused them, newest first, as {@code mention ada}. */
  public List<String> notifications() {
    return get("/api/v1/notifications")
        .valueStream()
        .map(one -> one.path("type").asString() + " " + one.at("/account/username").asString())
        .toList();
  }
}
