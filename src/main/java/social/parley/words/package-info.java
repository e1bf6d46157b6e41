/** What the interface says, in each of its languages, with their plurals, numbers and dates. */
@NullMarked
package social.parley.words;

import org.jspecify.annotations.NullMarked;
