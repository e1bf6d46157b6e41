/** What people have begun to write and not published yet. */
@NullMarked
package social.parley.drafts;

import org.jspecify.annotations.NullMarked;
