/** What people do not want to read: words and single posts, and where that counts. */
@NullMarked
package social.parley.filters;

import org.jspecify.annotations.NullMarked;
