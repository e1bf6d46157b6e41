/** What people write and what other servers send as HTML: rendering, cleaning, counting. */
@NullMarked
package social.parley.text;

import org.jspecify.annotations.NullMarked;
