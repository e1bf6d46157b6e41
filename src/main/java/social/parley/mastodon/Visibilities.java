package social.parley.mastodon;

import java.util.Optional;
import social.parley.posts.Reach;

/** The API's words for how far a post reaches. */
public final class Visibilities {
  private Visibilities() {}

  public static String name(Reach reach) {
    return switch (reach) {
      case PUBLIC -> "public";
      case QUIET -> "unlisted";
      case FOLLOWERS -> "private";
      case MENTIONED -> "direct";
    };
  }

  public static Optional<Reach> reach(String name) {
    return switch (name) {
      case "public" -> Optional.of(Reach.PUBLIC);
      case "unlisted" -> Optional.of(Reach.QUIET);
      case "private" -> Optional.of(Reach.FOLLOWERS);
      case "direct" -> Optional.of(Reach.MENTIONED);
      default -> Optional.empty();
    };
  }
}
