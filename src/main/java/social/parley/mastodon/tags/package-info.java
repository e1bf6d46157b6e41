/** Hashtags in the client API. */
@NullMarked
package social.parley.mastodon.tags;

import org.jspecify.annotations.NullMarked;
