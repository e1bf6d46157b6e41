/** Every setting of the server, read once at the start, and the form of its log lines. */
@NullMarked
package social.parley.config;

import org.jspecify.annotations.NullMarked;
