/** The HTTP server: its front door, what requests bring, and what answers have in common. */
@NullMarked
package social.parley.http;

import org.jspecify.annotations.NullMarked;
