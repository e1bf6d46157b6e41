package social.parley.web;

import java.util.List;
import social.parley.actors.CustomEmoji;
import social.parley.reactions.ReactionCount;

/** How many people react to a post with an emoji, and whether the viewer does. */
public record ReactionView(String name, Html sign, long count, boolean mine) {
  static ReactionView of(ReactionCount reaction, boolean mine, EmojiText emoji) {
    CustomEmoji picture = reaction.picture();
    String name = reaction.emoji().name();
    return new ReactionView(
        name,
        picture == null
            ? Html.of(name)
            : emoji.of(":" + picture.shortcode() + ":", List.of(picture)),
        reaction.count(),
        mine);
  }
}
