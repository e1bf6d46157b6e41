/** How this community looks: its colour, its pictures and its own style sheet. */
@NullMarked
package social.parley.appearance;

import org.jspecify.annotations.NullMarked;
