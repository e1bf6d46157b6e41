/** Filters in the API, in their present and their old form. */
@NullMarked
package social.parley.mastodon.filters;

import org.jspecify.annotations.NullMarked;
