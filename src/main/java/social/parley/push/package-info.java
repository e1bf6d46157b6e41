/** Wakes people's apps through push services (RFC 8030, 8291, 8292). */
@NullMarked
package social.parley.push;

import org.jspecify.annotations.NullMarked;
