/** Keys, HTTP signatures and document signatures: who said this, and was it changed on the way. */
@NullMarked
package social.parley.signatures;

import org.jspecify.annotations.NullMarked;
