/** What the server counts and times, readable by Prometheus. */
@NullMarked
package social.parley.metrics;

import org.jspecify.annotations.NullMarked;
