/** Finding posts, people and tags by words: an index beside the database that follows it. */
@NullMarked
package social.parley.search;

import org.jspecify.annotations.NullMarked;
