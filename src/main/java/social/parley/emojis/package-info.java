/** The custom emoji of this server: their pictures, their names, and where texts use them. */
@NullMarked
package social.parley.emojis;

import org.jspecify.annotations.NullMarked;
