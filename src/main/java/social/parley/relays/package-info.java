/** Relays that this server subscribes to: they bring public posts of strangers and take ours. */
@NullMarked
package social.parley.relays;

import org.jspecify.annotations.NullMarked;
