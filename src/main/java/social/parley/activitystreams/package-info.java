/** The vocabulary of ActivityPub as records, read liberally and written strictly. */
@NullMarked
package social.parley.activitystreams;

import org.jspecify.annotations.NullMarked;
