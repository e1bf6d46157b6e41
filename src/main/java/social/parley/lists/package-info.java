/** Lists of people whose posts somebody wants to read apart from all others. */
@NullMarked
package social.parley.lists;

import org.jspecify.annotations.NullMarked;
