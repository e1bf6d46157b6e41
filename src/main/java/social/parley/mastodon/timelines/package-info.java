/** Lists and conversations in the client API. */
@NullMarked
package social.parley.mastodon.timelines;

import org.jspecify.annotations.NullMarked;
