/** Everybody who acts: people, groups and programs, local and remote, with their keys. */
@NullMarked
package social.parley.actors;

import org.jspecify.annotations.NullMarked;
