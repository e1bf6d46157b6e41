package social.parley.accounts;

/** Whether a person may use their account, and what is missing if not. */
public enum AccountState {
  ACTIVE,
  /** The link in the mail has not been followed yet. */
  UNCONFIRMED,
  /** A moderator has not said yes yet. */
  PENDING,
  /** A moderator has closed it. */
  DISABLED
}
