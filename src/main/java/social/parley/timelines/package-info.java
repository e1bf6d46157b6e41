/** The lists people read: home, public, tag and account timelines. */
@NullMarked
package social.parley.timelines;

import org.jspecify.annotations.NullMarked;
