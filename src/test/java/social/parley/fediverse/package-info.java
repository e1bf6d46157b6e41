/** Several servers in one process that federate over real HTTP under real host names. */
@NullMarked
package social.parley.fediverse;

import org.jspecify.annotations.NullMarked;
