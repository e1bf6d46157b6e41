/** Streaming over real connections. */
@NullMarked
package social.parley.mastodon.streaming;

import org.jspecify.annotations.NullMarked;
