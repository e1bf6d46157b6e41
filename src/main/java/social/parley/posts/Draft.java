package social.parley.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.text.TextFormat;

/**
 * What a local person wants to publish. A repeat with the same {@code idempotencyKey} within an
 * hour gives the first post again.
 */
public record Draft(
    ActorId author,
    String text,
    TextFormat format,
    String warning,
    boolean sensitive,
    @Nullable String language,
    Reach reach,
    @Nullable PostId inReplyTo,
    List<MediaId> media,
    @Nullable PollDraft poll,
    @Nullable Program application,
    @Nullable String idempotencyKey,
    Terms terms) {

  public Draft {
    media = List.copyOf(media);
  }

  /** On the usual terms. */
  public Draft(
      ActorId author,
      String text,
      TextFormat format,
      String warning,
      boolean sensitive,
      @Nullable String language,
      Reach reach,
      @Nullable PostId inReplyTo,
      List<MediaId> media,
      @Nullable PollDraft poll,
      @Nullable Program application,
      @Nullable String idempotencyKey) {
    this(
        author,
        text,
        format,
        warning,
        sensitive,
        language,
        reach,
        inReplyTo,
        media,
        poll,
        application,
        idempotencyKey,
        Terms.USUAL);
  }

  /** A plain public text; the {@code with} methods add the rest. */
  public static Draft of(ActorId author, String text) {
    return new Draft(
        author,
        text,
        TextFormat.PLAIN,
        "",
        false,
        null,
        Reach.PUBLIC,
        null,
        List.of(),
        null,
        null,
        null);
  }

  public Draft withFormat(TextFormat other) {
    return new Draft(
        author,
        text,
        other,
        warning,
        sensitive,
        language,
        reach,
        inReplyTo,
        media,
        poll,
        application,
        idempotencyKey,
        terms);
  }

  public Draft withReach(Reach other) {
    return new Draft(
        author,
        text,
        format,
        warning,
        sensitive,
        language,
        other,
        inReplyTo,
        media,
        poll,
        application,
        idempotencyKey,
        terms);
  }

  public Draft inReplyTo(PostId parent) {
    return new Draft(
        author,
        text,
        format,
        warning,
        sensitive,
        language,
        reach,
        parent,
        media,
        poll,
        application,
        idempotencyKey,
        terms);
  }

  public Draft withMedia(List<MediaId> files) {
    return new Draft(
        author,
        text,
        format,
        warning,
        sensitive,
        language,
        reach,
        inReplyTo,
        files,
        poll,
        application,
        idempotencyKey,
        terms);
  }

  public Draft withPoll(PollDraft other) {
    return new Draft(
        author,
        text,
        format,
        warning,
        sensitive,
        language,
        reach,
        inReplyTo,
        media,
        other,
        application,
        idempotencyKey,
        terms);
  }

  public Draft withKey(@Nullable String key) {
    return new Draft(
        author,
        text,
        format,
        warning,
        sensitive,
        language,
        reach,
        inReplyTo,
        media,
        poll,
        application,
        key,
        terms);
  }

  public Draft on(Terms other) {
    return new Draft(
        author,
        text,
        format,
        warning,
        sensitive,
        language,
        reach,
        inReplyTo,
        media,
        poll,
        application,
        idempotencyKey,
        other);
  }
}
