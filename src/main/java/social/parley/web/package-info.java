/** The pages that people see in a browser, rendered here and usable without scripts. */
@NullMarked
package social.parley.web;

import org.jspecify.annotations.NullMarked;
