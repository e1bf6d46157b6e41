/** Public posts of a person or under a hashtag as Atom, RSS and JSON Feed, for feed readers. */
@NullMarked
package social.parley.web.feeds;

import org.jspecify.annotations.NullMarked;
