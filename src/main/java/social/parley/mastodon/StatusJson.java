package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Status entity; the last group of members is there only for a person's token. */
public record StatusJson(
    String id,
    String createdAt,
    @Nullable String inReplyToId,
    @Nullable String inReplyToAccountId,
    boolean sensitive,
    String spoilerText,
    String visibility,
    @Nullable String language,
    String uri,
    @Nullable String url,
    long repliesCount,
    long reblogsCount,
    long favouritesCount,
    long quotesCount,
    @Nullable String editedAt,
    @JsonInclude(Include.NON_NULL) @Nullable String content,
    @JsonInclude(Include.NON_NULL) @Nullable String text,
    @Nullable StatusJson reblog,
    @Nullable Application application,
    AccountJson account,
    List<MediaJson> mediaAttachments,
    List<Mention> mentions,
    List<StatusTag> tags,
    List<EmojiJson> emojis,
    @Nullable Object quote,
    @Nullable Object card,
    @Nullable PollJson poll,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean favourited,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean reblogged,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean muted,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean bookmarked,
    @JsonInclude(Include.NON_NULL) @Nullable List<FilterJson.Result> filtered,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean pinned,
    List<ReactionJson> emojiReactions,
    PleromaJson pleroma) {

  /** The program a post was written with. */
  public record Application(String name, @Nullable String website) {}

  /** Somebody named in a post. */
  public record Mention(String id, String username, String url, String acct) {}

  /** A tag as it stands on a post. */
  public record StatusTag(String name, String url) {}

  /** The StatusSource entity. */
  public record Source(String id, String text, String spoilerText, String contentType) {}

  /** The StatusEdit entity. */
  public record Edit(
      String content,
      String spoilerText,
      boolean sensitive,
      String createdAt,
      AccountJson account,
      @JsonInclude(Include.NON_NULL) @Nullable EditedPoll poll,
      List<MediaJson> mediaAttachments,
      List<EmojiJson> emojis) {}

  /** The answers a poll offered at the time of an edit. */
  public record EditedPoll(List<Title> options) {}

  /** One of them. */
  public record Title(String title) {}

  /** The Context entity. */
  public record Context(List<StatusJson> ancestors, List<StatusJson> descendants) {}
}
