/** Damaged input for whatever reads what other servers send. */
@NullMarked
package social.parley.fuzz;

import org.jspecify.annotations.NullMarked;
