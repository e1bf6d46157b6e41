package social.parley.mastodon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.reactions.ReactionCount;

/** One emoji that people react with, as Pleroma and Fedibird write it. */
@JsonInclude(Include.NON_NULL)
public record ReactionJson(
    String name,
    long count,
    boolean me,
    @Nullable String url,
    @Nullable String staticUrl,
    @Nullable String domain,
    @Nullable List<AccountJson> accounts) {

  static ReactionJson of(ReactionCount reaction, boolean mine, @Nullable EmojiJson picture) {
    String name = reaction.emoji().name();
    int at = name.indexOf('@');
    return new ReactionJson(
        name,
        reaction.count(),
        mine,
        picture == null ? null : picture.url(),
        picture == null ? null : picture.staticUrl(),
        reaction.emoji().isCustom() && at > 0 ? name.substring(at + 1) : null,
        null);
  }

  /** With those who react. */
  public ReactionJson with(List<AccountJson> people) {
    return new ReactionJson(name, count, me, url, staticUrl, domain, people);
  }
}
