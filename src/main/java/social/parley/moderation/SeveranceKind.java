package social.parley.moderation;

/** What has ended relations between people here and people elsewhere. */
public enum SeveranceKind {
  /** The staff suspended a whole domain. */
  DOMAIN_BLOCK,
  /** The staff suspended one person elsewhere. */
  ACCOUNT_SUSPENSION
}
