package social.parley.posts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.text.TextFormat;

/**
 * One post of any kind, local or remote, or a boost of one. {@code html} is clean; {@code source}
 * is what a local author typed. {@code threadRoot} is the first known post of the thread (itself,
 * when it starts one), and {@code mentions} names those that the text names. What is {@code held}
 * waits until the author of what it answers or boosts agrees; {@code authorizedBy} proves that they
 * did. {@code community} is the group that it belongs to, and what is {@code locked} there takes no
 * more answers.
 */
public record Post(
    PostId id,
    Iri iri,
    String url,
    ActorId author,
    boolean local,
    PostKind kind,
    Reach reach,
    String html,
    @Nullable String source,
    @Nullable TextFormat sourceFormat,
    String warning,
    boolean sensitive,
    @Nullable String language,
    Instant publishedAt,
    @Nullable Instant editedAt,
    @Nullable PostId inReplyTo,
    @Nullable ActorId inReplyToAuthor,
    @Nullable Iri inReplyToIri,
    @Nullable PostId threadRoot,
    @Nullable Iri context,
    @Nullable PostId boostOf,
    long replies,
    long boosts,
    long favourites,
    long dislikes,
    long quotes,
    Content content,
    List<Mention> mentions,
    List<String> tags,
    List<CustomEmoji> emoji,
    List<MediaId> media,
    @Nullable Program application,
    @Nullable Quote quote,
    Policy policy,
    boolean localOnly,
    boolean held,
    @Nullable Iri authorizedBy,
    @Nullable ActorId community,
    boolean locked) {

  public Post {
    mentions = List.copyOf(mentions);
    tags = List.copyOf(tags);
    emoji = List.copyOf(emoji);
    media = List.copyOf(media);
  }

  public boolean isBoost() {
    return boostOf != null;
  }

  public boolean isReply() {
    return inReplyToIri != null;
  }

  public boolean hasMedia() {
    return !media.isEmpty();
  }

  /** Whether other servers may learn of it. */
  public boolean federates() {
    return local && !localOnly && !held;
  }

  public boolean hasPoll() {
    return kind == PostKind.QUESTION;
  }
}
