/** What comes in from other servers and what goes out to them. */
@NullMarked
package social.parley.federation;

import org.jspecify.annotations.NullMarked;
