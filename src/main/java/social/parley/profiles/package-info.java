/** What people tell about themselves: editing it here, sending it out, taking it in. */
@NullMarked
package social.parley.profiles;

import org.jspecify.annotations.NullMarked;
