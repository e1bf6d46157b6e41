/** Who goes to the events that other servers tell of. */
@NullMarked
package social.parley.events;

import org.jspecify.annotations.NullMarked;
