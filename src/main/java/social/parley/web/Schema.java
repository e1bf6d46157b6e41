package social.parley.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.posts.Post;
import social.parley.text.PlainText;
import tools.jackson.databind.json.JsonMapper;

/**
 * People and posts in the words of schema.org, for search engines: a {@code ProfilePage} and a
 * {@code SocialMediaPosting}. Only of those who may be listed.
 */
final class Schema {
  private static final int HEADLINE = 110;
  private static final int TEXT = 5000;

  private Schema() {}

  static @Nullable Html of(Site site, Actor actor, ProfileView view) {
    if (!actor.local() || !actor.indexable()) return null;
    Map<String, Object> person = person(site, view.person());
    person.put("description", PlainText.of(actor.bioHtml()));
    person.put("interactionStatistic", List.of(count("FollowAction", view.followers())));
    person.put("agentInteractionStatistic", List.of(count("WriteAction", view.posts())));
    List<String> proven =
        actor.fields().stream()
            .filter(field -> field.verifiedAt() != null)
            .map(field -> PlainText.of(field.html()))
            .filter(text -> text.startsWith("https://"))
            .toList();
    if (!proven.isEmpty()) person.put("sameAs", proven);
    Map<String, Object> page = thing("ProfilePage");
    page.put("dateCreated", actor.createdAt().toString());
    page.put("mainEntity", person);
    return json(page);
  }

  static @Nullable Html of(Site site, Post post, Actor author, PostView view) {
    if (!post.local() || !author.indexable() || !post.reach().isOpen()) return null;
    Map<String, Object> all = thing("SocialMediaPosting");
    all.put("@id", post.url());
    all.put("url", post.url());
    all.put("headline", PlainText.line(title(post, view), HEADLINE));
    all.put("text", PlainText.line(post.html(), TEXT));
    all.put("author", person(site, view.author()));
    all.put("datePublished", post.publishedAt().toString());
    if (post.editedAt() != null) all.put("dateModified", post.editedAt().toString());
    if (post.language() != null) all.put("inLanguage", post.language());
    List<String> pictures = new ArrayList<>();
    if (!post.sensitive()) view.media().forEach(file -> pictures.add(absolute(site, file.url())));
    if (!pictures.isEmpty()) all.put("image", pictures);
    all.put("commentCount", post.replies());
    all.put(
        "interactionStatistic",
        List.of(
            count("LikeAction", post.favourites()),
            count("ShareAction", post.boosts()),
            count("CommentAction", post.replies())));
    return json(all);
  }

  private static String title(Post post, PostView view) {
    if (!post.warning().isEmpty()) return Html.escape(post.warning());
    return view.title().isEmpty() ? post.html() : Html.escape(view.title());
  }

  private static Map<String, Object> person(Site site, PersonView person) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@type", person.bot() ? "Organization" : "Person");
    all.put("name", person.plainName());
    all.put("alternateName", "@" + person.handle());
    all.put("identifier", person.handle());
    all.put("url", absolute(site, person.href()));
    all.put("image", absolute(site, person.avatar()));
    return all;
  }

  private static Map<String, Object> thing(String type) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", "https://schema.org");
    all.put("@type", type);
    return all;
  }

  private static Map<String, Object> count(String deed, long number) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@type", "InteractionCounter");
    all.put("interactionType", "https://schema.org/" + deed);
    all.put("userInteractionCount", number);
    return all;
  }

  static String absolute(Site site, String address) {
    return address.startsWith("/") ? site.base() + address : address;
  }

  /** Nothing in it may end the element it stands in. */
  private static Html json(Map<String, Object> all) {
    String json = JsonMapper.shared().writeValueAsString(all);
    return new Html(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
  }
}
