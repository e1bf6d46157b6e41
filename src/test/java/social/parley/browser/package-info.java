/** The pages in a real browser: what scripts do, and how everything looks. */
@NullMarked
package social.parley.browser;

import org.jspecify.annotations.NullMarked;
