package social.parley.search;

/** The names of the fields of the index. */
final class Field {
  /** What a document stands for, unique: {@code p1}, {@code a1} or {@code t} and a tag. */
  static final String KEY = "key";

  /** The number that posts are sorted by, newest first. */
  static final String ID = "id";

  static final String AUTHOR = "author";

  /** Set where anybody may find it: open posts of those who want to be found. */
  static final String OPEN = "open";

  /** Who of those here has written, received or kept a post. */
  static final String READER = "reader";

  static final String BOOSTED = "boosted";
  static final String FAVOURITED = "favourited";
  static final String BOOKMARKED = "bookmarked";
  static final String TEXT = "text";
  static final String TAG = "tag";
  static final String HAS = "has";
  static final String IS = "is";
  static final String LANGUAGE = "language";

  /** Of people: their names, and what they say about themselves. */
  static final String NAME = "name";

  static final String BIO = "bio";
  static final String RANK = "rank";

  /** Of people: set while their posts are indexed for everybody. */
  static final String INDEXABLE = "indexable";

  /** Of tags: the tag itself. */
  static final String HASHTAG = "hashtag";

  static final String YES = "1";

  private Field() {}
}
