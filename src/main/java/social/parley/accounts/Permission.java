package social.parley.accounts;

/** One thing that only members of the staff may do; the bits are those of Mastodon's roles. */
public enum Permission {
  /** Everything. */
  ADMINISTRATOR(0x1),
  VIEW_AUDIT_LOG(0x4),
  VIEW_DASHBOARD(0x8),
  MANAGE_REPORTS(0x10),
  MANAGE_FEDERATION(0x20),
  MANAGE_SETTINGS(0x40),
  MANAGE_BLOCKS(0x80),
  MANAGE_TAXONOMIES(0x100),
  MANAGE_USERS(0x400),
  INVITE_USERS(0x10000),
  DELETE_USER_DATA(0x80000);

  /** All that Mastodon knows, from administrator to viewing feeds. */
  static final int EVERY_BIT = 0x1F_FFFF;

  private final int bit;

  Permission(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }
}
