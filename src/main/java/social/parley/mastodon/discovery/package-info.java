/** The client API of finding things out: emoji, reactions, announcements, search and trends. */
@NullMarked
package social.parley.mastodon.discovery;

import org.jspecify.annotations.NullMarked;
