package social.parley.filters;

/** One word or phrase of a filter; a whole word is not found inside of a longer one. */
public record FilterKeyword(long id, long filterId, String keyword, boolean wholeWord) {}
