/** Files of posts and profiles: uploads, remote files shown through this server, their storage. */
@NullMarked
package social.parley.media;

import org.jspecify.annotations.NullMarked;
