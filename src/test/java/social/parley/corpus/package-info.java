/** Every recorded document goes through a whole server, and a person looks at what came of it. */
@NullMarked
package social.parley.corpus;

import org.jspecify.annotations.NullMarked;
