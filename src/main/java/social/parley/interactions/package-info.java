/** Favourites, replies and boosts that the author of a post agrees to first (GoToSocial). */
@NullMarked
package social.parley.interactions;

import org.jspecify.annotations.NullMarked;
