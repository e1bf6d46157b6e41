package social.parley.filters;

/** What an app does with a post that a filter matches. */
public enum FilterAction {
  WARN,
  HIDE,
  BLUR
}
