/** Streaming in Mastodon's way: event streams, WebSockets, and how events are written out. */
@NullMarked
package social.parley.mastodon.streaming;

import org.jspecify.annotations.NullMarked;
