/** People in the API: whom one could meet, and how one stands to them. */
@NullMarked
package social.parley.mastodon.people;

import org.jspecify.annotations.NullMarked;
