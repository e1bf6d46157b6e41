/** Reports, and what only members of the staff may ask of the client API. */
@NullMarked
package social.parley.mastodon.admin;

import org.jspecify.annotations.NullMarked;
