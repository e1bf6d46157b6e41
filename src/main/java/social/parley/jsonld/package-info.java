/** JSON as the fediverse writes it: bounded parsing, JSON-LD terms, and the two canonical forms. */
@NullMarked
package social.parley.jsonld;

import org.jspecify.annotations.NullMarked;
