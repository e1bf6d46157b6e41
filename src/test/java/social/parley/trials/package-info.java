/** Properties: what must hold for every value is tried with many that chance picks. */
@NullMarked
package social.parley.trials;

import org.jspecify.annotations.NullMarked;
