/** The client API's collections of people whom somebody recommends. */
@NullMarked
package social.parley.mastodon.collections;

import org.jspecify.annotations.NullMarked;
