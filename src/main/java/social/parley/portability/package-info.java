/** What people take along to another server, and bring from one: their lists and all they wrote. */
@NullMarked
package social.parley.portability;

import org.jspecify.annotations.NullMarked;
