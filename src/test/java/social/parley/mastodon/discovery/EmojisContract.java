package social.parley.mastodon.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.fediverse.Fediverse;
import social.parley.fediverse.Instance;
import social.parley.fediverse.Outsider;
import social.parley.fediverse.Person;
import social.parley.fediverse.Pictures;
import social.parley.fediverse.Status;
import social.parley.mastodon.ApiClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Custom emoji and reactions over HTTP on either database, between two servers and one of foreign
 * make.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EmojisContract {
  private static final String FILES = "/api/v1/pleroma/emoji/packs/files";

  private Fediverse fediverse;
  private Instance alpha;
  private Outsider outsider;
  private Person ada;
  private Person bob;
  private String rex;
  private String staff;

  abstract Fediverse open(String... hosts);

  @BeforeAll
  void start() {
    fediverse = open("alpha.test", "beta.test");
    alpha = fediverse.at("alpha.test");
    ada = fediverse.person("ada", "alpha.test");
    bob = fediverse.person("bob", "beta.test");
    outsider = fediverse.outsider("outside.test");
    rex = outsider.actor("rex");
    bob.follow(ada);
    ada.follow(bob);
    fediverse.settle();
    var community = alpha.community();
    community.accounts().changeRole(ada.account(), Role.ADMIN);
    staff =
        community
            .tokens()
            .issue(
                community.applications().commandLine(),
                ada.account(),
                Scopes.parse("read write admin:write").orElseThrow())
            .secret();
    Answer added =
        alpha
            .client()
            .upload(FILES, staff, Pictures.png(64, 64), "name", "shapes", "shortcode", "redsquare");
    assertThat(added.status()).as(added.response().body()).isEqualTo(200);
    assertThat(added.text("/redsquare")).endsWith(".png");
  }

  @AfterAll
  void stop() {
    fediverse.close();
  }

  @Test
  void emojiAreListedForApps() {
    JsonNode one = ada.get("/api/v1/custom_emojis").get(0);
    assertThat(one.path("shortcode").asString()).isEqualTo("redsquare");
    assertThat(one.path("category").asString()).isEqualTo("shapes");
    assertThat(one.path("visible_in_picker").asBoolean()).isTrue();
    assertThat(one.path("url").asString()).startsWith("http://alpha.test").contains("/media/");
    JsonNode pleroma = ada.get("/api/v1/pleroma/emoji").path("redsquare");
    assertThat(pleroma.path("image_url").asString()).isEqualTo(one.path("url").asString());
    assertThat(pleroma.at("/tags/0").asString()).isEqualTo("shapes");
    Answer picture =
        alpha
            .client()
            .get(
                one.path("url").asString().substring(alpha.settings().url().value().length()),
                null);
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).startsWith("image/png");
  }

  @Test
  void onlyStaffAddsThem() {
    Answer refused =
        alpha.client().upload(FILES, ada.token(), Pictures.png(8, 8), "shortcode", "mine");
    assertThat(refused.status()).isEqualTo(403);
    Answer taken =
        alpha.client().upload(FILES, staff, Pictures.png(8, 8), "shortcode", "redsquare");
    assertThat(taken.status()).isEqualTo(422);
  }

  @Test
  void postsAndProfilesTakeThemToOtherServers() {
    ada.profile("display_name", "Ada :redsquare:");
    Status post =
        ada.write(
            "A :redsquare: and :nothing:",
            "poll[expires_in]",
            "3600",
            "poll[options][]",
            "yes :redsquare:",
            "poll[options][]",
            "no");
    assertThat(post.at("/emojis/0/shortcode").asString()).isEqualTo("redsquare");
    assertThat(post.at("/emojis").size()).isEqualTo(1);
    assertThat(post.at("/poll/emojis/0/shortcode").asString()).isEqualTo("redsquare");
    fediverse.settle();
    Status seen = bob.view(post);
    assertThat(seen.at("/emojis/0/shortcode").asString()).isEqualTo("redsquare");
    assertThat(seen.at("/emojis/0/url").asString()).contains("beta.test").contains("/media/proxy/");
    assertThat(seen.at("/account/emojis/0/shortcode").asString()).isEqualTo("redsquare");
    JsonNode tag =
        alpha
            .document(post.uri())
            .json()
            .path("tag")
            .valueStream()
            .filter(one -> one.path("type").asString().equals("Emoji"))
            .findFirst()
            .orElseThrow();
    assertThat(tag.path("name").asString()).isEqualTo(":redsquare:");
    JsonNode document = alpha.document(tag.path("id").asString()).json();
    assertThat(document.path("type").asString()).isEqualTo("Emoji");
    assertThat(document.at("/icon/url").asString()).isEqualTo(tag.at("/icon/url").asString());
    assertThat(document.at("/icon/mediaType").asString()).isEqualTo("image/png");
  }

  private Status react(Person who, Status post, String emoji) {
    String path =
        "/api/v1/pleroma/statuses/" + who.view(post).id() + "/reactions/" + encoded(emoji);
    Answer answer = who.server().client().send("PUT", path, null, null, who.token());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    fediverse.settle();
    return new Status(answer.json());
  }

  private static String encoded(String emoji) {
    return URLEncoder.encode(emoji, StandardCharsets.UTF_8);
  }

  private static List<String> reactions(Status post) {
    return post.at("/emoji_reactions")
        .valueStream()
        .map(one -> one.path("name").asString() + " " + one.path("count").asInt())
        .toList();
  }

  @Test
  void reactionsTravelAndAreNoFavourites() {
    Status post = ada.write("React!");
    fediverse.settle();
    assertThat(reactions(react(bob, post, "❤"))).containsExactly("❤️ 1");
    react(bob, post, "👍🏽");
    Status mine = react(ada, post, "❤️");
    assertThat(reactions(mine)).containsExactly("❤️ 2", "👍🏽 1");
    assertThat(mine.at("/emoji_reactions/0/me").asBoolean()).isTrue();
    assertThat(mine.at("/emoji_reactions/1/me").asBoolean()).isFalse();
    assertThat(mine.at("/pleroma/emoji_reactions").size()).isEqualTo(2);
    assertThat(mine.at("/pleroma/content").path("text/plain").asString()).isEqualTo("React!");
    assertThat(mine.count("favourites")).isZero();
    assertThat(reactions(bob.view(post))).containsExactly("❤️ 2", "👍🏽 1");
    String id = ada.view(post).id();
    JsonNode people = ada.get("/api/v1/pleroma/statuses/" + id + "/reactions/" + encoded("❤"));
    assertThat(people.size()).isEqualTo(1);
    assertThat(people.at("/0/accounts").valueStream().map(one -> one.path("username").asString()))
        .containsExactly("ada", "bob");
    bob.post("/api/v1/statuses/" + bob.view(post).id() + "/unreact/" + encoded("❤️"));
    fediverse.settle();
    assertThat(reactions(ada.view(post))).containsExactly("👍🏽 1", "❤️ 1");
  }

  @Test
  void customReactionsCanBeJoinedElsewhere() {
    Status post = ada.write("Square?");
    fediverse.settle();
    Status own = react(ada, post, ":redsquare:");
    assertThat(reactions(own)).containsExactly("redsquare 1");
    assertThat(own.at("/emoji_reactions/0/url").asString()).contains("/media/");
    String there = "redsquare@" + alpha.settings().handleDomain();
    assertThat(reactions(bob.view(post))).containsExactly(there + " 1");
    react(bob, post, there);
    assertThat(reactions(ada.view(post))).containsExactly("redsquare 2");
    JsonNode told = ada.get("/api/v1/notifications").get(0);
    assertThat(told.path("emoji").asString()).isEqualTo("redsquare");
    assertThat(told.path("emoji_url").asString()).contains("/media/");
  }

  @Test
  void nonsenseIsRefused() {
    Status post = ada.write("No");
    for (String word : List.of("hello", "1", "👍👍", "nothing"))
      assertThat(ada.tries("/api/v1/statuses/" + post.id() + "/react/" + encoded(word)))
          .as(word)
          .isEqualTo(422);
    assertThat(ada.tries("/api/v1/statuses/1/react/" + encoded("👍"))).isEqualTo(404);
  }

  @Test
  void bothForeignFormsAreUnderstood() {
    Status post = ada.write("For Rex");
    ObjectNode like = outsider.activity("Like", "/likes/1", rex, post.uri()).put("content", "like");
    ObjectNode react = outsider.activity("EmojiReact", "/reacts/1", rex, post.uri());
    react.put("content", ":blobcat:");
    ObjectNode tag = react.putArray("tag").addObject().put("type", "Emoji").put("name", "blobcat");
    tag.putObject("icon").put("type", "Image").put("url", outsider.at("/blobcat.png"));
    ObjectNode wrong = outsider.activity("EmojiReact", "/reacts/2", rex, post.uri());
    wrong.put("content", "no emoji");
    outsider.send(alpha, like);
    outsider.send(alpha, react);
    outsider.send(alpha, wrong);
    fediverse.settle();
    Status seen = ada.view(post);
    assertThat(reactions(seen)).containsExactly("👍 1", "blobcat@" + outsider.authority() + " 1");
    assertThat(seen.count("favourites")).isZero();
    ObjectNode plain = outsider.activity("Like", "/likes/2", rex, post.uri());
    outsider.send(alpha, plain);
    outsider.send(alpha, outsider.activity("Undo", "/undo/1", rex, like.path("id").asString()));
    outsider.send(alpha, outsider.activity("Undo", "/undo/2", rex, react));
    fediverse.settle();
    assertThat(reactions(ada.view(post))).isEmpty();
    assertThat(ada.view(post).count("favourites")).isEqualTo(1);
  }

  private ObjectNode cat(String path, String actor, Status post, String picture) {
    ObjectNode react = outsider.activity("EmojiReact", path, actor, post.uri());
    react.put("content", ":cat@far.test:");
    ObjectNode tag = react.putArray("tag").addObject().put("type", "Emoji").put("name", "cat");
    tag.putObject("icon").put("type", "Image").put("url", outsider.at(picture));
    return react;
  }

  @Test
  void aPictureStaysThatCameFirst() {
    Status post = ada.write("For cats");
    outsider.send(alpha, cat("/cats/1", rex, post, "/a.png"));
    fediverse.settle();
    String first = ada.view(post).at("/emoji_reactions/0/url").asString();
    outsider.send(alpha, cat("/cats/2", outsider.actor("zed"), post, "/z.png"));
    fediverse.settle();
    assertThat(reactions(ada.view(post))).containsExactly("cat@far.test 2");
    assertThat(ada.view(post).at("/emoji_reactions/0/url").asString()).isEqualTo(first);
  }

  @Test
  void whatIsRemovedIsANameAgain() {
    alpha.client().upload(FILES, staff, Pictures.png(20, 20), "shortcode", "passing");
    Status post = ada.write("So :passing:");
    assertThat(post.at("/emojis").size()).isEqualTo(1);
    Answer removed = alpha.client().send("DELETE", FILES + "?shortcode=passing", null, null, staff);
    assertThat(removed.status()).isEqualTo(200);
    assertThat(ada.view(post).at("/emojis").size()).isZero();
    assertThat(ada.write("Again :passing:").at("/emojis").size()).isZero();
  }
}
