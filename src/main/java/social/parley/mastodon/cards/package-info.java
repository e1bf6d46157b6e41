/** Previews of links in the client API, and the posts that show them. */
@NullMarked
package social.parley.mastodon.cards;

import org.jspecify.annotations.NullMarked;
