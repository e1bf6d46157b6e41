package social.parley.moderation.figures;

/** How a whole can be divided. */
public enum Dimension {
  /** The languages of those who were here. */
  LANGUAGES,
  /** The programs with which people signed up. */
  SOURCES,
  /** The servers from which posts came. */
  SERVERS,
  /** What takes room on the disk. */
  SPACE_USAGE,
  /** What runs here. */
  SOFTWARE_VERSIONS,
  /** The servers from which a hashtag is used. */
  TAG_SERVERS,
  /** The languages of posts with a hashtag. */
  TAG_LANGUAGES,
  /** The most followed people of another server. */
  INSTANCE_ACCOUNTS,
  /** The languages of posts of another server. */
  INSTANCE_LANGUAGES
}
