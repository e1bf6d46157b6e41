/** Asking before quoting, agreeing, and taking that back (FEP-044f). */
@NullMarked
package social.parley.quotes;

import org.jspecify.annotations.NullMarked;
