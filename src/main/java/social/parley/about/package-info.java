/** What this community says about itself at length, and how lively it has been. */
@NullMarked
package social.parley.about;

import org.jspecify.annotations.NullMarked;
