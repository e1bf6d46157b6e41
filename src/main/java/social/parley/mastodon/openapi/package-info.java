/** The description of the API for programs, from two tables: its routes and its entities. */
@NullMarked
package social.parley.mastodon.openapi;

import org.jspecify.annotations.NullMarked;
