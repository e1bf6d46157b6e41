package social.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.parley.core.ActorId;
import social.parley.security.SecretWorld.Hidden;

/**
 * No route shows anybody what {@link social.parley.posts.Visibility} denies them: every route there
 * is, filled in with everything that leads to hidden posts, asked by everybody who may not see
 * them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoRouteLeaksTest {
  /** What has no end; what streams tell to whom is tested with them. */
  private static final Pattern STREAMS = Pattern.compile("GET (/api/v1/streaming|/live)");

  private static final Pattern PARAMETER = Pattern.compile("[{<]([a-z]+)[}>]");

  /**
   * Where an open post may name what it answers or quotes, hidden or not, as the wire needs it: in
   * members of their own, and in the link at the beginning of a quote.
   */
  private static final Pattern ANSWERED =
      Pattern.compile(
          "\"(in_reply_to_id|in_reply_to_account_id|inReplyTo|context|conversation|conversation_id"
              + "|quote|quoteUri|quoteUrl|_misskey_quote|href)\":\"[^\"]*\""
              + "|<p class=\\\\?\"quote-inline\\\\?\">.*?</p>|\"RE: [^\"]*\""
              + "|quote-inline.{0,800}?/p");

  /** Feeds are the same for everybody. */
  private static final Pattern FEED = Pattern.compile("\\.(rss|atom|json)(\\?.*)?$");

  private static final String JSON = "application/json";
  private static final String PAGE = "text/html";
  private static final String ACTIVITY = "application/activity+json";

  private SecretWorld world;

  @BeforeAll
  void start() {
    world = new SecretWorld(20260301);
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void aStranger() {
    look(Viewer.stranger(world.server));
  }

  @Test
  void somebodyUnrelatedByToken() {
    look(Viewer.app(world.una));
  }

  @Test
  void somebodyUnrelatedWithABrowser() {
    look(Viewer.browser(world.una));
  }

  @Test
  void somebodyBlockedByToken() {
    look(Viewer.app(world.bob));
  }

  @Test
  void somebodyBlockedWithABrowser() {
    look(Viewer.browser(world.bob));
  }

  @Test
  void anActorOfAnotherServer() {
    look(Viewer.remote(world.outsider, world.rex, world.server));
  }

  /** The test would prove nothing if nobody could see anything. */
  @Test
  void theWorldIsFull() {
    List<Hidden> hidden = world.hidden(null);
    assertThat(hidden).hasSizeGreaterThan(8);
    assertThat(hidden).anyMatch(one -> one.words().size() > 4);
    Viewer fay = Viewer.app(world.fay);
    int seen = 0;
    for (Hidden one : hidden)
      if (fay.get("/api/v1/statuses/" + one.id(), "application/json").statusCode() == 200) seen++;
    assertThat(seen).isGreaterThan(5);
    assertThat(world.hidden(ActorId.parse(world.bob.id())).size()).isGreaterThan(hidden.size());
  }

  private void look(Viewer viewer) {
    List<Hidden> hidden = world.hidden(viewer.actor());
    List<Hidden> fromStrangers = world.hidden(null);
    Set<String> leaks = new LinkedHashSet<>();
    for (String path : paths(hidden))
      // Whoever looks at what is embedded elsewhere looks as a stranger.
      look(
          viewer,
          path,
          path.startsWith("/api/") ? JSON : PAGE,
          path.endsWith("/embed") || FEED.matcher(path).find() ? fromStrangers : hidden,
          leaks);
    for (String path : documents(hidden)) {
      look(viewer, path, ACTIVITY, hidden, leaks);
      look(viewer, path, PAGE, hidden, leaks);
    }
    assertThat(leaks).as("what " + viewer + " was shown").isEmpty();
  }

  private void look(
      Viewer viewer, String path, String accept, List<Hidden> hidden, Set<String> leaks) {
    if (!viewer.isKnown(path, accept)) return;
    HttpResponse<String> answer = viewer.get(path, accept);
    // Not the Link header: where a page ends is told by the id of what may be hidden.
    String shown =
        ANSWERED.matcher(answer.body()).replaceAll("")
            + answer.headers().firstValue("Location").orElse("");
    String asked = URLDecoder.decode(path, StandardCharsets.UTF_8);
    if (answer.statusCode() >= 500) leaks.add(path + " fails with " + answer.statusCode());
    for (Hidden one : hidden) {
      boolean named = asked.contains(one.id()) || asked.contains(one.iri());
      boolean empty = answer.body().equals("[]");
      if (named && isDirect(path) && answer.statusCode() < 300 && !empty)
        leaks.add("status " + answer.statusCode() + " from " + path + " " + accept);
      for (String word : one.words())
        if (!asked.contains(word) && shown.contains(word)) leaks.add(word + " from " + path);
      if (!named && shown.contains(one.id())) leaks.add(one.id() + " from " + path + " " + accept);
    }
  }

  /** Whether a hidden post is what is asked for, and not only a parameter of something else. */
  private static boolean isDirect(String path) {
    return !path.contains("?");
  }

  /** Every route, filled in with all that leads to something hidden. */
  private List<String> paths(List<Hidden> hidden) {
    List<String> paths = new ArrayList<>();
    List<String> queries = queries(hidden);
    for (String route : world.server.routes()) {
      // What is told without an end has a test of its own: who may hear it.
      if (!route.startsWith("GET ") || STREAMS.matcher(route).lookingAt()) continue;
      List<String> filled = fill(route.substring(4), hidden);
      paths.addAll(filled);
      if (filled.size() == 1) for (String query : queries) paths.add(filled.getFirst() + query);
    }
    for (String name : List.of("ada", "fay", "mo"))
      for (String tab : List.of("", "/with_replies", "/media"))
        paths.add("/@" + name + tab + "?max_id=9223372036854775807");
    return paths;
  }

  private static List<String> fill(String route, List<Hidden> hidden) {
    if (!PARAMETER.matcher(route).find()) return List.of(route);
    Set<String> filled = new LinkedHashSet<>();
    for (Hidden one : hidden) {
      String path = route.replace("{name}", one.author());
      for (String tag : one.words())
        if (path.contains("{tag}")) filled.add(other(path.replace("{tag}", tag)));
      filled.add(other(path.replace("{id}", one.id())));
    }
    return List.copyOf(filled);
  }

  private static String other(String path) {
    return PARAMETER.matcher(path).replaceAll("1");
  }

  private static List<String> queries(List<Hidden> hidden) {
    List<String> queries =
        new ArrayList<>(
            List.of(
                "?limit=80",
                "?limit=80&local=true",
                "?limit=80&only_media=true",
                "?with_poll=1",
                "?acct=ada"));
    StringBuilder all = new StringBuilder("?limit=80");
    for (Hidden one : hidden.subList(0, Math.min(20, hidden.size())))
      all.append("&id[]=").append(one.id());
    queries.add(all.toString());
    for (int i = 0; i < hidden.size(); i += 4) {
      Hidden one = hidden.get(i);
      String own = one.words().stream().findFirst().orElse(one.id());
      for (String word : List.of(one.iri(), one.url(), own))
        queries.add(
            "?resolve=true&q="
                + Viewer.encode(word)
                + "&uri="
                + Viewer.encode(word)
                + ("&resource=" + Viewer.encode(word)));
      queries.add("?in_reply_to=" + one.id() + "&id=" + one.id() + "&max_id=" + one.id());
    }
    return queries;
  }

  /** The documents of hidden posts and the collections of their authors. */
  private List<String> documents(List<Hidden> hidden) {
    List<String> paths = new ArrayList<>();
    String base = world.server.settings().url().value();
    for (Hidden one : hidden) {
      String path = one.iri().substring(base.length());
      for (String part : List.of("", "/activity", "/likes", "/shares", "/context", "/replies"))
        paths.add(path + part);
      paths.add(one.url().substring(base.length()));
      paths.add(path + "/replies?page=true");
    }
    for (String name : List.of("ada", "fay", "mo"))
      for (String collection :
          List.of("", "/outbox", "/followers", "/following", "/collections/featured"))
        for (String query : List.of("", "?page=true"))
          paths.add("/users/" + name + collection + query);
    return paths;
  }

  /** Nor does a deed: whoever may not see a post can do nothing with it. */
  @Test
  void noDeedLeaks() {
    for (Viewer viewer :
        List.of(Viewer.app(world.una), Viewer.app(world.bob), Viewer.browser(world.bob))) {
      List<Hidden> hidden = world.hidden(viewer.actor());
      Set<String> leaks = new LinkedHashSet<>();
      for (String route : world.server.routes()) {
        int blank = route.indexOf(' ');
        String method = route.substring(0, blank);
        // One's own settings hold no posts; ending a session that is none is no error.
        boolean own = route.contains(" /settings/");
        if (method.equals("GET") || own || !route.contains("{id}")) continue;
        if (!viewer.isKnown(route.substring(blank + 1), "")) continue;
        for (String path : fill(route.substring(blank + 1), hidden))
          attempt(viewer, method, path, "", hidden, leaks);
      }
      for (Hidden one : hidden)
        attempt(
            viewer,
            "POST",
            "/api/v1/statuses",
            "status=an+answer&in_reply_to_id=" + one.id(),
            hidden,
            leaks);
      assertThat(leaks).as("what " + viewer + " could do").isEmpty();
    }
  }

  private static void attempt(
      Viewer viewer,
      String method,
      String path,
      String body,
      List<Hidden> hidden,
      Set<String> leaks) {
    HttpResponse<String> answer = viewer.send(method, path, body + viewer.proof());
    String leadsTo = answer.headers().firstValue("Location").orElse("");
    boolean mustSignIn = answer.statusCode() == 303 && leadsTo.startsWith("/auth/sign_in");
    if (!mustSignIn && (answer.statusCode() < 400 || answer.statusCode() >= 500))
      leaks.add(method + " " + path + " " + body + " gives " + answer.statusCode());
    for (Hidden one : hidden)
      for (String word : one.words())
        if (answer.body().contains(word)) leaks.add(word + " from " + method + " " + path);
  }
}
