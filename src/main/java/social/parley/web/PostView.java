package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.posts.Reach;

/**
 * A post as pages show it. {@code key} is the row in a list, which for a boost is the boost's own;
 * everything else is of the post itself.
 */
public record PostView(
    PostId key,
    PostId id,
    String href,
    String original,
    PersonView author,
    @Nullable PersonView booster,
    @Nullable PersonView answered,
    Moment published,
    @Nullable Moment edited,
    Reach reach,
    String title,
    @Nullable String link,
    String warning,
    boolean sensitive,
    Html body,
    String summary,
    @Nullable String language,
    List<MediaView> media,
    @Nullable PollView poll,
    long replies,
    long boosts,
    long favourites,
    @Nullable String application,
    Own own) {

  /** What the viewer has done with it, and may do. */
  public record Own(
      boolean mine,
      boolean favourited,
      boolean boosted,
      boolean bookmarked,
      boolean pinned,
      boolean muted,
      boolean mayBoost,
      boolean open) {}

  /** A warning, or pictures that not everybody wants to see unasked. */
  public boolean covered() {
    return !warning.isEmpty();
  }

  public boolean veiled() {
    return sensitive && warning.isEmpty() && !media.isEmpty();
  }
}
