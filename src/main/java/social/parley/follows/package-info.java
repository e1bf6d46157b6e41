/** Who follows, blocks and mutes whom, and how servers agree about it. */
@NullMarked
package social.parley.follows;

import org.jspecify.annotations.NullMarked;
