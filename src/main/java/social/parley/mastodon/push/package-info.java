/** The client API's part in waking apps: where they want to be woken, and for what. */
@NullMarked
package social.parley.mastodon.push;

import org.jspecify.annotations.NullMarked;
