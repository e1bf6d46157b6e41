/** Endpoints about who may interact with posts, and about those who ask. */
@NullMarked
package social.parley.mastodon.interactions;

import org.jspecify.annotations.NullMarked;
