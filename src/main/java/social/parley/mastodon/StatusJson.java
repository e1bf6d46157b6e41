package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import social.parley.mastodon.cards.CardJson;
import social.parley.mastodon.collections.CollectionJson;
import social.parley.mastodon.kinds.DetailsJson;
import social.parley.posts.Permission;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The Status entity: what everybody sees of it is rendered once, the rest for each reader. What
 * only persons see is there only for a person's token.
 */
@JsonSerialize(using = StatusWriter.class)
public record StatusJson(
    String id,
    StatusCommon common,
    Rendered account,
    @Nullable Rendered community,
    @Nullable StatusJson reblog,
    @Nullable Object quote,
    @Nullable PollJson poll,
    List<ReactionJson> reactions,
    Permission quotePermission,
    List<CollectionJson> tagged,
    @Nullable Own own) {

  /** Of the most telling parts alone, as it is asked for often. */
  @Override
  public int hashCode() {
    return 31 * id.hashCode() + (own == null ? 0 : own.deeds());
  }

  /** Whether there may be other readers whom it is the same for. */
  boolean isCommon() {
    return (own == null || own.filtered().isEmpty())
        && (reblog == null || reblog.isCommon())
        && (!(quote instanceof QuoteJson(String _, StatusJson quoted))
            || quoted == null
            || quoted.isCommon());
  }

  /** What everybody sees, but for the author, the poll and what is quoted or passed on. */
  record Shared(
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
      @Nullable Application application,
      List<MediaJson> mediaAttachments,
      List<Mention> mentions,
      List<StatusTag> tags,
      List<EmojiJson> emojis,
      @Nullable CardJson card,
      PolicyJson interactionPolicy,
      boolean localOnly,
      String kind,
      @Nullable DetailsJson details) {}

  /** How it is for one person; pinned is there only for the author. */
  record Own(
      boolean favourited,
      boolean disliked,
      boolean reblogged,
      boolean muted,
      boolean bookmarked,
      List<FilterJson.Result> filtered,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean pinned,
      @Nullable String joinState) {

    /** A number for what its reader has done with it. */
    int deeds() {
      return (favourited ? 1 : 0) + (reblogged ? 2 : 0) + (muted ? 4 : 0) + (bookmarked ? 8 : 0);
    }
  }

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
      List<EmojiJson> emojis,
      @JsonInclude(Include.NON_NULL) @Nullable Object quote) {}

  /** The answers a poll offered at the time of an edit. */
  public record EditedPoll(List<Title> options) {}

  /** One of them. */
  public record Title(String title) {}

  /** The Context entity. */
  public record Context(List<StatusJson> ancestors, List<StatusJson> descendants) {}
}
