/** Benchmarks of a real server against a yardstick taken in the same run. */
@NullMarked
package social.parley.bench;

import org.jspecify.annotations.NullMarked;
