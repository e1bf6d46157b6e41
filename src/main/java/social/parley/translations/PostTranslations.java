package social.parley.translations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** Open posts in other languages, with their polls and the descriptions of their files. */
public final class PostTranslations {
  private final Posts posts;
  private final Translations translations;

  public PostTranslations(Posts posts, Translations translations) {
    this.posts = posts;
    this.translations = translations;
  }

  /** A post with what belongs to it, before and after; the files are those with descriptions. */
  public record Translated(
      Post post, @Nullable Poll poll, List<MediaFile> files, Translation translation) {
    public Translated {
      files = List.copyOf(files);
    }
  }

  /** Whether a post could be translated, if its language is known to the service. */
  public boolean covers(Post post) {
    return translations.isOffered() && isOpen(post);
  }

  /** What only some may read is not told to another company. */
  private static boolean isOpen(Post post) {
    return post.reach().isOpen() && !post.localOnly() && !post.held();
  }

  /** Translates a post that the reader may see; uses the network. */
  public Translated translate(ActorId reader, PostId id, @Nullable String from, String to) {
    if (!translations.isOffered()) throw new Refused.NotFound();
    Post seen = posts.seen(reader, id);
    Post post = seen.boostOf() == null ? seen : posts.seen(reader, seen.boostOf());
    if (!isOpen(post)) throw new Refused.Forbidden("This action is not allowed");
    Poll poll = posts.pollsOf(List.of(post.id())).get(post.id());
    List<MediaFile> files =
        posts.mediaOf(List.of(post.id())).getOrDefault(post.id(), List.of()).stream()
            .filter(file -> !file.description().isBlank())
            .toList();
    Original original =
        new Original(
            from == null ? post.language() : from,
            post.html(),
            post.warning(),
            poll == null ? List.of() : poll.options().stream().map(Poll.Option::title).toList(),
            files.stream().map(MediaFile::description).toList(),
            post.emoji().stream().map(CustomEmoji::shortcode).toList());
    return new Translated(post, poll, files, translations.translate(original, to));
  }
}
