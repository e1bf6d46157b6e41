/** Identities, refusals and cursors: the words every other package speaks. */
@NullMarked
package social.parley.core;

import org.jspecify.annotations.NullMarked;
