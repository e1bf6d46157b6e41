/** Whom one could meet: suggestions and the directory. */
@NullMarked
package social.parley.people;

import org.jspecify.annotations.NullMarked;
