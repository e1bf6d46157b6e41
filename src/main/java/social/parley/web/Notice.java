package social.parley.web;

import org.jspecify.annotations.Nullable;

/** Something that one page leaves for the next to say; the layout has the words. */
public enum Notice {
  SAVED,
  WELCOME,
  POSTED,
  SCHEDULED,
  REPORTED,
  DELETED,
  PASSWORD_CHANGED,
  CHECK_MAIL,
  CONFIRMED,
  LOGGED_OUT,
  REVOKED,
  ACCOUNT_DELETED,
  NOT_WOKEN,
  APPROVED,
  REJECTED,
  INVITED;

  static @Nullable String named(String name) {
    for (Notice notice : values()) if (notice.name().equals(name)) return name;
    return null;
  }
}
