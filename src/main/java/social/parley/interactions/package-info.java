/** Favourites, replies, boosts and quotes that the author of a post agrees to first. */
@NullMarked
package social.parley.interactions;

import org.jspecify.annotations.NullMarked;
