package social.parley.mastodon.scheduling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.MediaJson;

/** The ScheduledStatus entity; {@code error} is there when publishing it was tried in vain. */
public record ScheduledJson(
    String id,
    String scheduledAt,
    Params params,
    List<MediaJson> mediaAttachments,
    @JsonInclude(Include.NON_NULL) @Nullable String failedAt,
    @JsonInclude(Include.NON_NULL) @Nullable String error) {

  /** What was asked for; a parent goes by a number here, as clients know it. */
  public record Params(
      String text,
      @Nullable Poll poll,
      @Nullable List<String> mediaIds,
      boolean sensitive,
      @Nullable String spoilerText,
      String visibility,
      @Nullable Long inReplyToId,
      @Nullable String language,
      @Nullable Long applicationId,
      @Nullable String scheduledAt,
      @Nullable String idempotency,
      boolean withRateLimit,
      String contentType,
      @Nullable String quotedStatusId,
      @Nullable String quoteApprovalPolicy,
      @JsonInclude(Include.NON_NULL) @Nullable List<String> allowedMentions) {}

  /** The poll that is to come. */
  public record Poll(List<String> options, long expiresIn, boolean multiple, boolean hideTotals) {}
}
