/** What this server offers to others for embedding. */
@NullMarked
package social.parley.mastodon.oembed;

import org.jspecify.annotations.NullMarked;
