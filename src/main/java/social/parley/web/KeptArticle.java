package social.parley.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was made of one view of a post: its HTML, in each way in which it is shown. */
public final class KeptArticle {
  /** Threads that fill a place at once fill it with the same. */
  private final @Nullable Pieces[] ways = new Pieces[16];

  Pieces html(
      boolean main, boolean pinned, boolean inThread, boolean signedIn, Supplier<Pieces> make) {
    int way = (main ? 1 : 0) + (pinned ? 2 : 0) + (inThread ? 4 : 0) + (signedIn ? 8 : 0);
    Pieces known = ways[way];
    if (known == null) ways[way] = known = make.get();
    return known;
  }
}
