package social.parley.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/**
 * On which terms a draft is published: what it quotes, who may do what with it, whether it stays on
 * this server (null: as what it answers does), and whom alone its text may mention.
 */
public record Terms(
    @Nullable PostId quote,
    @Nullable Policy policy,
    @Nullable Boolean localOnly,
    @Nullable List<ActorId> allowedMentions) {

  /** Nothing special. */
  public static final Terms USUAL = new Terms(null, null, null, null);

  public Terms {
    allowedMentions = allowedMentions == null ? null : List.copyOf(allowedMentions);
  }

  public static Terms quoting(PostId post) {
    return new Terms(post, null, null, null);
  }

  public static Terms under(Policy policy) {
    return new Terms(null, policy, null, null);
  }
}
