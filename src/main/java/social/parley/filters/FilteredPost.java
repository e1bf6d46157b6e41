package social.parley.filters;

import social.parley.core.PostId;

/** One post that a filter holds by itself, whatever it says. */
public record FilteredPost(long id, long filterId, PostId postId) {}
