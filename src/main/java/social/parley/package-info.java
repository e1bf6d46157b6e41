/** The program: its start, its parts, and what wakes what. */
@NullMarked
package social.parley;

import org.jspecify.annotations.NullMarked;
