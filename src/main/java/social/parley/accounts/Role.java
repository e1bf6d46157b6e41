package social.parley.accounts;

import java.util.EnumSet;
import java.util.Set;

/** What a person may do to the community, least last. */
public enum Role {
  OWNER(EnumSet.of(Permission.ADMINISTRATOR)),
  ADMIN(EnumSet.of(Permission.ADMINISTRATOR)),
  MODERATOR(
      EnumSet.of(
          Permission.VIEW_AUDIT_LOG,
          Permission.VIEW_DASHBOARD,
          Permission.MANAGE_REPORTS,
          Permission.MANAGE_TAXONOMIES,
          Permission.MANAGE_USERS,
          Permission.INVITE_USERS)),
  USER(EnumSet.of(Permission.INVITE_USERS));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  /** True for this role and every one that may do more. */
  public boolean isAtLeast(Role other) {
    return compareTo(other) <= 0;
  }

  /** Whether somebody with this role may act upon somebody with the other. */
  public boolean isAbove(Role other) {
    return compareTo(other) < 0;
  }

  public boolean may(Permission permission) {
    return permissions.contains(Permission.ADMINISTRATOR) || permissions.contains(permission);
  }

  /**
   * All that it may do, as Mastodon writes it: the sum of the bits, and all of them for those who
   * may do everything, since apps look for the bit of what they offer.
   */
  public int permissions() {
    return permissions.contains(Permission.ADMINISTRATOR)
        ? Permission.EVERY_BIT
        : permissions.stream().mapToInt(Permission::bit).sum();
  }
}
