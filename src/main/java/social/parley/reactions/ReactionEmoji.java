package social.parley.reactions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.EmojiTag;
import social.parley.activitystreams.Tag;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.text.UnicodeEmoji;

/**
 * What somebody reacts with. The name is a Unicode emoji, an own custom emoji's shortcode, or
 * {@code shortcode@domain} for one of another server; the address is that of a custom one's
 * picture.
 */
public record ReactionEmoji(String name, @Nullable Iri url) {
  private static final int MAX_NAME = 200;

  /** The names of Misskey's first reactions, which old servers still send. */
  private static final Map<String, String> OLD_NAMES =
      Map.ofEntries(
          Map.entry("like", "👍"),
          Map.entry("love", "❤️"),
          Map.entry("laugh", "😆"),
          Map.entry("hmm", "🤔"),
          Map.entry("surprise", "😮"),
          Map.entry("congrats", "🎉"),
          Map.entry("angry", "💢"),
          Map.entry("confused", "😥"),
          Map.entry("rip", "😇"),
          Map.entry("pudding", "🍮"),
          Map.entry("star", "⭐"));

  public boolean isCustom() {
    return url != null;
  }

  /** The name without a domain. */
  public String shortcode() {
    int at = name.indexOf('@');
    return isCustom() && at > 0 ? name.substring(0, at) : name;
  }

  /** As the content of an activity. */
  String content() {
    return isCustom() ? ":" + shortcode() + ":" : name;
  }

  /** What an activity's content and tags mean; nothing when it is no emoji that can be shown. */
  static Optional<ReactionEmoji> read(@Nullable String content, List<Tag> tags, Actor from) {
    if (content == null || content.isBlank()) return Optional.empty();
    String given = content.strip();
    Optional<String> character =
        UnicodeEmoji.of(OLD_NAMES.getOrDefault(withoutColons(given), given));
    if (character.isPresent()) return character.map(name -> new ReactionEmoji(name, null));
    String bare = bare(given);
    for (Tag tag : tags)
      if (tag instanceof EmojiTag emoji && bare(emoji.name()).equals(bare))
        return Optional.of(new ReactionEmoji(bare + "@" + domain(given, from), emoji.icon()));
    return Optional.empty();
  }

  /** The name that something typed stands for: Unicode in full spelling, or no colons around it. */
  public static String canonical(String given) {
    String stripped = given.strip();
    return UnicodeEmoji.of(stripped).orElseGet(() -> withoutColons(stripped));
  }

  private static String withoutColons(String name) {
    int start = name.startsWith(":") ? 1 : 0;
    int end = name.length() > start && name.endsWith(":") ? name.length() - 1 : name.length();
    return name.substring(start, end);
  }

  /** Without colons and without {@code @.} or {@code @domain}, which some put into the name. */
  private static String bare(String name) {
    String bare = withoutColons(name);
    int at = bare.indexOf('@');
    String code = at > 0 ? bare.substring(0, at) : bare;
    return code.length() > MAX_NAME ? code.substring(0, MAX_NAME) : code;
  }

  private static String domain(String given, Actor from) {
    String bare = withoutColons(given);
    int at = bare.indexOf('@');
    String domain = at > 0 ? bare.substring(at + 1) : "";
    return domain.isEmpty() || domain.equals(".") || domain.length() > MAX_NAME
        ? from.domain()
        : domain;
  }
}
