package social.parley.mastodon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.http.Rendered;
import social.parley.mastodon.cards.CardJson;
import social.parley.mastodon.cards.CardView;
import social.parley.mastodon.collections.TaggedCollections;
import social.parley.mastodon.events.EventJson;
import social.parley.mastodon.kinds.DetailsView;
import social.parley.media.MediaFile;
import social.parley.posts.Content;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Program;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.ReactionCount;
import social.parley.text.PlainText;

/**
 * What everybody sees of posts, rendered once. A rendering holds as long as its post is the very
 * same object: {@link social.parley.posts.Posts} gives another one as soon as anything about the
 * post has changed.
 */
final class StatusRendering {
  private static final long MOST_BYTES = 8 << 20;

  /** About what it takes to keep it, besides its bytes. */
  private static final int AROUND = 800;

  /** Custom emoji are shown as they are now, and their changes touch no post. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private final Posts posts;
  private final EmojiReactions reactions;
  private final EmojiView emojis;
  private final CardView cards;
  private final DetailsView details;
  private final MediaView mediaView;
  private final TagLinks tags;
  private final Cache<PostId, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .expireAfterWrite(KEPT)
          .executor(Runnable::run)
          .weigher((PostId _, Kept one) -> AROUND + one.common().size())
          .build();

  /** A post in a list, and what is shown of it: itself, or what it boosts. */
  record Shown(Post post, Post content) {}

  private record Kept(Shown shown, StatusCommon common) {
    boolean holds(Shown now) {
      return shown.post() == now.post() && shown.content() == now.content();
    }
  }

  /** What belongs to posts but is kept beside them. */
  private record Parts(
      Map<PostId, List<MediaFile>> media,
      Map<PostId, List<ReactionCount>> reactions,
      Map<PostId, CardJson> cards) {}

  StatusRendering(
      Posts posts,
      EmojiReactions reactions,
      MediaView mediaView,
      TagLinks tags,
      EmojiView emojis,
      CardView cards,
      DetailsView details) {
    this.posts = posts;
    this.reactions = reactions;
    this.emojis = emojis;
    this.cards = cards;
    this.details = details;
    this.mediaView = mediaView;
    this.tags = tags;
  }

  /** By the id of the post in the list. */
  Map<PostId, StatusCommon> of(Collection<Shown> all) {
    Map<PostId, StatusCommon> rendered = HashMap.newHashMap(all.size());
    List<Shown> missing = new ArrayList<>();
    for (Shown shown : all) {
      Kept one = kept.getIfPresent(shown.post().id());
      if (one != null && one.holds(shown)) rendered.put(shown.post().id(), one.common());
      else missing.add(shown);
    }
    if (missing.isEmpty()) return rendered;
    Parts parts = parts(missing.stream().map(Shown::content).distinct().toList());
    for (Shown shown : missing) {
      StatusCommon fresh = common(shown, parts, shown.content().html(), null);
      kept.put(shown.post().id(), new Kept(shown, fresh));
      rendered.put(shown.post().id(), fresh);
    }
    return rendered;
  }

  /** With what its author typed instead of the HTML. */
  StatusCommon withText(Post post) {
    return common(new Shown(post, post), parts(List.of(post)), null, source(post));
  }

  /** What an author typed; of a post that came as HTML, its text. */
  static String source(Post post) {
    String source = post.source();
    return source == null ? PlainText.of(post.html()) : source;
  }

  private Parts parts(List<Post> contents) {
    List<PostId> withMedia = contents.stream().filter(Post::hasMedia).map(Post::id).toList();
    return new Parts(
        posts.mediaOf(withMedia),
        reactions.counts(contents.stream().map(Post::id).toList()),
        cards.of(contents));
  }

  private StatusCommon common(
      Shown shown, Parts parts, @Nullable String html, @Nullable String text) {
    Post content = shown.content();
    PostId root = content.threadRoot() == null ? content.id() : content.threadRoot();
    return new StatusCommon(
        Rendered.members(shared(shown, parts, html, text)),
        Rendered.members(QuoteJson.Approval.of(content)),
        Rendered.members(
            new PleromaJson(
                content.local(),
                root.toString(),
                new PleromaJson.Plain(PlainText.of(content.html())),
                new PleromaJson.Plain(content.warning()))),
        Rendered.members(new FriendicaJson(title(content), content.dislikes())),
        content.content() instanceof Content.Event event
            ? Rendered.members(EventJson.of(event))
            : null,
        parts.reactions().getOrDefault(content.id(), List.of()),
        TaggedCollections.mayLink(content));
  }

  private static String title(Post post) {
    return post.content() instanceof Content.Titled titled ? titled.title() : "";
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
        content.quotes(),
        edited == null ? null : ApiDates.of(edited),
        html,
        text,
        application(content),
        mediaView.of(parts.media().getOrDefault(content.id(), List.of())),
        mentions(content),
        tags.of(content.tags()),
        emojis.of(content.emoji()),
        parts.cards().get(content.id()),
        PolicyJson.of(content),
        content.localOnly(),
        DetailsView.kind(content),
        details.of(content));
  }

  private static StatusJson.@Nullable Application application(Post post) {
    Program program = post.application();
    return program == null ? null : new StatusJson.Application(program.name(), program.website());
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
