/** Writing posts, with all that belongs to it, over HTTP. */
@NullMarked
package social.parley.mastodon.writing;

import org.jspecify.annotations.NullMarked;
