package social.parley.web;

/** The places of the navigation; a page says which one it belongs to. */
public enum Nav {
  NONE,
  HOME,
  LOCAL,
  FEDERATED,
  EXPLORE,
  NOTIFICATIONS,
  MESSAGES,
  LISTS,
  TAGS,
  BOOKMARKS,
  FAVOURITES,
  PROFILE,
  ANNOUNCEMENTS,
  SETTINGS,
  ADMIN,
  ABOUT,
  MENU
}
