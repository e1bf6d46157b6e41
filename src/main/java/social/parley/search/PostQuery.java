package social.parley.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/**
 * What posts are looked for: words and phrases that must be there or must not, and conditions. A
 * list of authors that is empty means anybody; the times bound when a post was published.
 */
record PostQuery(
    List<Wanted> texts,
    List<Condition> conditions,
    @Nullable Instant from,
    @Nullable Instant until,
    Place place) {

  /** A part of posts that is looked up and not indexed. */
  static final String EMBED = "embed";

  PostQuery {
    texts = List.copyOf(texts);
    conditions = List.copyOf(conditions);
  }

  /** The same, but only by this author. */
  PostQuery by(ActorId author) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(new Condition.By(author, false));
    return new PostQuery(texts, more, from, until, place);
  }

  /** What is asked of players that cards hold, which pages get only later: null for nothing. */
  @Nullable Boolean embeds() {
    for (Condition condition : conditions)
      if (condition instanceof Condition.Has(String part, boolean excluded) && part.equals(EMBED))
        return !excluded;
    return null;
  }

  /** A word or phrase; a word in a script without spaces is a phrase as well. */
  record Wanted(String text, boolean excluded) {}

  /** Something else about a post. */
  sealed interface Condition {
    boolean excluded();

    record By(@Nullable ActorId author, boolean excluded) implements Condition {}

    record Has(String part, boolean excluded) implements Condition {}

    record Is(String quality, boolean excluded) implements Condition {}

    record Language(String code, boolean excluded) implements Condition {}

    record Tagged(String tag, boolean excluded) implements Condition {}
  }

  /** Among which posts is looked. */
  enum Place {
    ALL,
    LIBRARY,
    PUBLIC
  }
}
