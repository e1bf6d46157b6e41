/** What the people who run this server tell everybody here, and how people react to it. */
@NullMarked
package social.parley.announcements;

import org.jspecify.annotations.NullMarked;
