/** What belongs to posts of other kinds than notes, beside the text that every app shows. */
@NullMarked
package social.parley.mastodon.kinds;

import org.jspecify.annotations.NullMarked;
