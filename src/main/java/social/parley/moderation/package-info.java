/** What the staff decides about servers, people and reports, and what follows from it. */
@NullMarked
package social.parley.moderation;

import org.jspecify.annotations.NullMarked;
