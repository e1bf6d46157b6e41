/** Attacks on a whole running server: reading what is not for one, forged forms, spying logs. */
@NullMarked
package social.parley.security;

import org.jspecify.annotations.NullMarked;
