package social.parley.cards;

import java.util.Collection;
import social.parley.storage.Reading;

/** Asked whether strangers may be shown who posted a link. */
@FunctionalInterface
public interface TrendingLinks {
  /** Whether one of these cards is among the links that are shown to everybody just now. */
  boolean includesAny(Reading db, Collection<Long> cards);
}
