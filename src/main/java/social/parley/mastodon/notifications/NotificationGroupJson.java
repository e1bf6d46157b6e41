package social.parley.mastodon.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.StatusJson;

/** The NotificationGroup entity; the id of the latest is a number, as apps expect it. */
public record NotificationGroupJson(
    String groupKey,
    long notificationsCount,
    String type,
    long mostRecentNotificationId,
    @JsonInclude(Include.NON_NULL) @Nullable String pageMinId,
    @JsonInclude(Include.NON_NULL) @Nullable String pageMaxId,
    @JsonInclude(Include.NON_NULL) @Nullable String latestPageNotificationAt,
    List<String> sampleAccountIds,
    @JsonInclude(Include.NON_NULL) @Nullable String statusId,
    @JsonUnwrapped SubjectJson subject,
    @JsonInclude(Include.NON_NULL) @Nullable String emoji,
    @JsonInclude(Include.NON_NULL) @Nullable String emojiUrl,
    @JsonInclude(Include.NON_NULL) NotificationJson.@Nullable Fallback fallback) {

  /** The GroupedNotificationsResults entity. */
  public record Results(
      List<Rendered> accounts,
      @JsonInclude(Include.NON_NULL) @Nullable List<Partial> partialAccounts,
      List<StatusJson> statuses,
      List<NotificationGroupJson> notificationGroups) {}

  /** The PartialAccount entity. */
  public record Partial(
      String id,
      String acct,
      String url,
      String avatar,
      String avatarStatic,
      String avatarDescription,
      boolean locked,
      boolean bot) {
    static Partial of(AccountJson account) {
      return new Partial(
          account.id(),
          account.acct(),
          account.url(),
          account.avatar(),
          account.avatarStatic(),
          account.avatarDescription(),
          account.locked(),
          account.bot());
    }
  }
}
