package social.parley.accounts;

/** Why somebody gets a mail from this server. */
enum MailPurpose {
  /** The address is theirs, if they follow the link. */
  CONFIRMATION,
  /** They have forgotten their password. */
  PASSWORD,
  /** A moderator has let them in. */
  WELCOME
}
