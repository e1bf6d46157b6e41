/** People who move to another account and take their followers with them, here or elsewhere. */
@NullMarked
package social.parley.moves;

import org.jspecify.annotations.NullMarked;
