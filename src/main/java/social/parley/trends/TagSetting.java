package social.parley.trends;

/**
 * How a tag is spelt for people, whether it may be used, and whether lists and searches show it.
 */
public record TagSetting(String tag, String displayName, boolean usable, boolean listable) {
  static TagSetting usual(String tag) {
    return new TagSetting(tag, tag, true, true);
  }
}
