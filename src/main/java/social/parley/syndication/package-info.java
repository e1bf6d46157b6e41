/** Feeds of other sites (Atom, RSS, JSON Feed) that people follow as if they were accounts. */
@NullMarked
package social.parley.syndication;

import org.jspecify.annotations.NullMarked;
