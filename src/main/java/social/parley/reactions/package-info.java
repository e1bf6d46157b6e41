/** What people do with posts beside answering: favourites and private bookmarks. */
@NullMarked
package social.parley.reactions;

import org.jspecify.annotations.NullMarked;
