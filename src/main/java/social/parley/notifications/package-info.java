/** What somebody should hear about: mentions, boosts, favourites, follows, polls, edits. */
@NullMarked
package social.parley.notifications;

import org.jspecify.annotations.NullMarked;
