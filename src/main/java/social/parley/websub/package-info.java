/** The hub of this server's feeds (W3C WebSub): who subscribes to them is sent what is new. */
@NullMarked
package social.parley.websub;

import org.jspecify.annotations.NullMarked;
