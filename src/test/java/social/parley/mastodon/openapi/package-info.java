/** The description of the API and whether it is true. */
@NullMarked
package social.parley.mastodon.openapi;

import org.jspecify.annotations.NullMarked;
