/** Previews of what the links in posts lead to. */
@NullMarked
package social.parley.cards;

import org.jspecify.annotations.NullMarked;
