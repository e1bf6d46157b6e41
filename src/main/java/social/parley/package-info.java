/** The whole program: the composition root, and the two tables that join the features. */
@NullMarked
package social.parley;

import org.jspecify.annotations.NullMarked;
