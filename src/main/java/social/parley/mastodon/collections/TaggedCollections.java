package social.parley.mastodon.collections;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.posts.Post;

/** The collections of this server that posts link to, as far as a viewer may see them. */
public final class TaggedCollections {
  private static final int MOST = 5;
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+/featured/(\\d{1,19}))\"");

  private final FeaturedCollections collections;
  private final CollectionView view;

  public TaggedCollections(FeaturedCollections collections, CollectionView view) {
    this.collections = collections;
    this.view = view;
  }

  /** Whether there may be a link to one in a post. */
  public static boolean mayLink(Post post) {
    return post.html().contains("/featured/");
  }

  /** Of those posts that link to some; no statement for posts that link to none. */
  public Map<PostId, List<CollectionJson>> of(@Nullable ActorId viewer, Collection<Post> posts) {
    Map<PostId, Map<CollectionId, String>> links = new HashMap<>();
    for (Post post : posts) if (mayLink(post)) links.put(post.id(), links(post.html()));
    List<CollectionId> wanted =
        links.values().stream().flatMap(some -> some.keySet().stream()).distinct().toList();
    if (wanted.isEmpty()) return Map.of();
    Map<String, CollectionJson> byIri = new HashMap<>();
    for (SeenCollection one : collections.seen(viewer, wanted))
      byIri.put(one.collection().iri().value(), view.of(one));
    Map<PostId, List<CollectionJson>> tagged = new HashMap<>();
    links.forEach((post, some) ->
        tagged.put(post, some.values().stream().map(byIri::get).filter(Objects::nonNull).toList()));
    return tagged;
  }

  /** Another server's address may end alike, so that the whole of it counts in the end. */
  private static Map<CollectionId, String> links(String html) {
    Map<CollectionId, String> links = new LinkedHashMap<>();
    Matcher found = LINK.matcher(html);
    while (found.find() && links.size() < MOST) {
      try {
        links.putIfAbsent(CollectionId.parse(found.group(2)), found.group(1));
      } catch (Refused.NotFound noId) {
        continue;
      }
    }
    return links;
  }
}
