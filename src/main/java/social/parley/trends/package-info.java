/** What is talked about just now: posts, tags and links, and what staff lets be shown of it. */
@NullMarked
package social.parley.trends;

import org.jspecify.annotations.NullMarked;
