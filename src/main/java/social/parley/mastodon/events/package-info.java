/** Going to events, as clients of Pleroma's relatives ask for it. */
@NullMarked
package social.parley.mastodon.events;

import org.jspecify.annotations.NullMarked;
