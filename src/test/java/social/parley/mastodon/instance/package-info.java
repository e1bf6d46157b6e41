/** What the server says about itself. */
@NullMarked
package social.parley.mastodon.instance;

import org.jspecify.annotations.NullMarked;
