package social.parley.mastodon.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.collections.CollectionJson;

/** The Admin::Report entity. */
record AdminReportJson(
    String id,
    boolean actionTaken,
    @Nullable String actionTakenAt,
    String category,
    String comment,
    boolean forwarded,
    String createdAt,
    String updatedAt,
    AdminAccountJson account,
    AdminAccountJson targetAccount,
    @Nullable AdminAccountJson assignedAccount,
    @Nullable AdminAccountJson actionTakenByAccount,
    List<StatusJson> statuses,
    List<CollectionJson> collections,
    List<Rule> rules) {

  /** A rule that is said to be broken. */
  record Rule(String id, String text, String hint) {}
}
