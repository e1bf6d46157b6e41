/** What happens, told at once to those who are connected: who listens to what, and who may hear. */
@NullMarked
package social.parley.streaming;

import org.jspecify.annotations.NullMarked;
