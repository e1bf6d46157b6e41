/** Endpoints about quoting and about who may do what with a post. */
@NullMarked
package social.parley.mastodon.quotes;

import org.jspecify.annotations.NullMarked;
