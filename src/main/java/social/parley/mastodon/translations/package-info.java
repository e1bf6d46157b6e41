/** Posts in other languages, in the client API. */
@NullMarked
package social.parley.mastodon.translations;

import org.jspecify.annotations.NullMarked;
