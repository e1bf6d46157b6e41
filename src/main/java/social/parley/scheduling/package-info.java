/** Posts that people write now and that are published later. */
@NullMarked
package social.parley.scheduling;

import org.jspecify.annotations.NullMarked;
