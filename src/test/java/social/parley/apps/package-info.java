/** Programs that nobody here wrote, talking to a running server over real HTTP. */
@NullMarked
package social.parley.apps;

import org.jspecify.annotations.NullMarked;
