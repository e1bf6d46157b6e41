/** Posts in other languages, by a service that the operator chooses. */
@NullMarked
package social.parley.translations;

import org.jspecify.annotations.NullMarked;
