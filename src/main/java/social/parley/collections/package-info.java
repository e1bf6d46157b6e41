/** People whom somebody recommends together, under a name (FEP-7aa9). */
@NullMarked
package social.parley.collections;

import org.jspecify.annotations.NullMarked;
