package social.parley.web;

/** The places of the navigation; a page says which one it belongs to. */
public enum Nav {
  NONE,
  HOME,
  LOCAL,
  FEDERATED,
  SEARCH,
  NOTIFICATIONS,
  BOOKMARKS,
  FAVOURITES,
  PROFILE,
  SETTINGS,
  ADMIN,
  ABOUT
}
