/** Figures about the community and its neighbours, counted from what is stored. */
@NullMarked
package social.parley.moderation.figures;

import org.jspecify.annotations.NullMarked;
