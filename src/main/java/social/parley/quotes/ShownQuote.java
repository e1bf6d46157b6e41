package social.parley.quotes;

import org.jspecify.annotations.Nullable;
import social.parley.posts.Post;

/** A quote as one viewer gets to see it; the post is there only where it may be shown. */
public record ShownQuote(State state, @Nullable Post quoted) {

  /** The states of the quote itself, and what stands between the viewer and the quoted post. */
  public enum State {
    PENDING,
    ACCEPTED,
    REJECTED,
    REVOKED,
    DELETED,
    UNAUTHORIZED,
    BLOCKED_ACCOUNT,
    BLOCKED_DOMAIN,
    MUTED_ACCOUNT
  }
}
