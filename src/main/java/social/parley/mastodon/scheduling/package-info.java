/** Posts that wait for their time, in the client API. */
@NullMarked
package social.parley.mastodon.scheduling;

import org.jspecify.annotations.NullMarked;
