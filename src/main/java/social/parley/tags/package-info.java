/** Hashtags: who follows which, how much each is used, and which stand on whose profile. */
@NullMarked
package social.parley.tags;

import org.jspecify.annotations.NullMarked;
