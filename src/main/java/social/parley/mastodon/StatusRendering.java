package social.parley.mastodon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.http.Rendered;
import social.parley.media.MediaFile;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.text.PlainText;

/**
 * What everybody sees of posts, rendered once. A rendering holds as long as its post is the very
 * same object: {@link social.parley.posts.Posts} gives another one as soon as anything about the
 * post has changed.
 */
final class StatusRendering {
  private static final long MOST_BYTES = 24 << 20;

  private final Posts posts;
  private final MediaView mediaView;
  private final TagLinks tags;
  private final Cache<PostId, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((PostId _, Kept one) -> 100 + one.rendered().size())
          .build();

  /** A post in a list, and what is shown of it: itself, or what it boosts. */
  record Shown(Post post, Post content) {}

  private record Kept(Shown shown, Rendered rendered) {
    boolean holds(Shown now) {
      return shown.post() == now.post() && shown.content() == now.content();
    }
  }

  /** What belongs to posts but is kept beside them. */
  private record Parts(Map<PostId, List<MediaFile>> media) {}

  StatusRendering(Posts posts, MediaView mediaView, TagLinks tags) {
    this.posts = posts;
    this.mediaView = mediaView;
    this.tags = tags;
  }

  /** By the id of the post in the list. */
  Map<PostId, Rendered> of(Collection<Shown> all) {
    Map<PostId, Rendered> rendered = HashMap.newHashMap(all.size());
    List<Shown> missing = new ArrayList<>();
    for (Shown shown : all) {
      Kept one = kept.getIfPresent(shown.post().id());
      if (one != null && one.holds(shown)) rendered.put(shown.post().id(), one.rendered());
      else missing.add(shown);
    }
    if (missing.isEmpty()) return rendered;
    Parts parts = parts(missing.stream().map(Shown::content).distinct().toList());
    for (Shown shown : missing) {
      Rendered fresh = Rendered.members(shared(shown, parts, shown.content().html(), null));
      kept.put(shown.post().id(), new Kept(shown, fresh));
      rendered.put(shown.post().id(), fresh);
    }
    return rendered;
  }

  /** With what its author typed instead of the HTML. */
  Rendered withText(Post post) {
    return Rendered.members(
        shared(new Shown(post, post), parts(List.of(post)), null, source(post)));
  }

  /** What an author typed; of a post that came as HTML, its text. */
  static String source(Post post) {
    String source = post.source();
    return source == null ? PlainText.of(post.html()) : source;
  }

  private Parts parts(List<Post> contents) {
    List<PostId> withMedia = contents.stream().filter(Post::hasMedia).map(Post::id).toList();
    return new Parts(posts.mediaOf(withMedia));
  }

  private StatusJson.Shared shared(
      Shown shown, Parts parts, @Nullable String html, @Nullable String text) {
    Post post = shown.post();
    Post content = shown.content();
    boolean itself = post == content;
    Instant edited = content.editedAt();
    return new StatusJson.Shared(
        ApiDates.of(post.publishedAt()),
        itself ? text(post.inReplyTo()) : null,
        itself ? text(post.inReplyToAuthor()) : null,
        content.sensitive(),
        content.warning(),
        Visibilities.name(post.reach()),
        content.language(),
        post.iri().value(),
        post.url(),
        content.replies(),
        content.boosts(),
        content.favourites(),
        0,
        edited == null ? null : ApiDates.of(edited),
        html,
        text,
        application(content),
        mediaView.of(parts.media().getOrDefault(content.id(), List.of())),
        mentions(content),
        tags.of(content.tags()),
        EmojiJson.of(content.emoji()),
        null);
  }

  private static StatusJson.@Nullable Application application(Post post) {
    String name = post.application();
    return name == null ? null : new StatusJson.Application(name, null);
  }

  private static List<StatusJson.Mention> mentions(Post post) {
    return post.mentions().stream()
        .map(mention ->
            new StatusJson.Mention(
                mention.actor().toString(), mention.username(), mention.url(), mention.acct()))
        .toList();
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
