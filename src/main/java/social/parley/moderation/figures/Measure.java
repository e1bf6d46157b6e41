package social.parley.moderation.figures;

/** What can be counted day by day. */
public enum Measure {
  ACTIVE_USERS,
  NEW_USERS,
  /** Favourites, boosts and answers that posts of this server have got. */
  INTERACTIONS,
  OPENED_REPORTS,
  RESOLVED_REPORTS,
  TAG_ACCOUNTS,
  TAG_USES,
  TAG_SERVERS,
  INSTANCE_ACCOUNTS,
  INSTANCE_MEDIA_ATTACHMENTS,
  INSTANCE_REPORTS,
  INSTANCE_STATUSES,
  /** People there whom people here follow. */
  INSTANCE_FOLLOWS,
  /** People there who follow people here. */
  INSTANCE_FOLLOWERS;

  /** Whether it is about one hashtag. */
  public boolean isOfTag() {
    return name().startsWith("TAG_");
  }

  /** Whether it is about one other server. */
  public boolean isOfInstance() {
    return name().startsWith("INSTANCE_");
  }
}
