/** The client API's notifications: one by one, in groups, and whom one wants to hear of. */
@NullMarked
package social.parley.mastodon.notifications;

import org.jspecify.annotations.NullMarked;
