/** Everything people publish: posts of every kind, threads, boosts, polls, and who may see them. */
@NullMarked
package social.parley.posts;

import org.jspecify.annotations.NullMarked;
