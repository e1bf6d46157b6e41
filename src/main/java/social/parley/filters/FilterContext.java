package social.parley.filters;

/** Where a filter counts. */
public enum FilterContext {
  HOME,
  NOTIFICATIONS,
  PUBLIC,
  THREAD,
  ACCOUNT
}
