package social.parley.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.CustomEmoji;
import social.parley.emojis.Emojis;
import social.parley.emojis.OwnEmoji;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;
import social.parley.reactions.ReactionCount;

/**
 * Fills CustomEmoji entities: ours as they are now, those of others through this server. It asks no
 * database.
 */
public final class EmojiView {
  private final Emojis emojis;
  private final RemoteMedia remote;

  EmojiView(Emojis emojis, RemoteMedia remote) {
    this.emojis = emojis;
    this.remote = remote;
  }

  /** Those of a text; what we no longer have is left out. */
  public List<EmojiJson> of(List<CustomEmoji> used) {
    List<EmojiJson> rendered = new ArrayList<>(used.size());
    for (CustomEmoji emoji : used) of(emoji).ifPresent(rendered::add);
    return rendered;
  }

  public Optional<EmojiJson> of(CustomEmoji emoji) {
    if (emojis.isOwn(emoji)) return emojis.remembered(emoji.shortcode()).map(this::of);
    return Optional.of(
        new EmojiJson(
            emoji.shortcode(),
            remote.address(emoji.url(), ImageShape.FULL).value(),
            remote.address(emoji.url(), ImageShape.PREVIEW).value(),
            true,
            null));
  }

  public EmojiJson of(OwnEmoji emoji) {
    return new EmojiJson(
        emoji.shortcode(),
        emoji.url().value(),
        emoji.stillUrl().value(),
        emoji.listed(),
        category(emoji));
  }

  /** How many react with what, the viewer with these among them. */
  List<ReactionJson> reactions(List<ReactionCount> counts, List<String> own) {
    return counts.stream()
        .map(count -> reaction(count, own.contains(count.emoji().name())))
        .toList();
  }

  private ReactionJson reaction(ReactionCount count, boolean mine) {
    CustomEmoji picture = count.picture();
    return ReactionJson.of(count, mine, picture == null ? null : of(picture).orElse(null));
  }

  private static @Nullable String category(OwnEmoji emoji) {
    return emoji.category().isEmpty() ? null : emoji.category();
  }
}
