/** Letters: posts for those addressed only, as threads that each of them has apart. */
@NullMarked
package social.parley.conversations;

import org.jspecify.annotations.NullMarked;
