package social.parley.trends;

/** What can be talked about; a provider is the site of links. */
public enum TrendKind {
  TAG,
  POST,
  LINK,
  PROVIDER
}
