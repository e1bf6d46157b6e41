package social.parley.mastodon.discovery;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.parley.cards.Card;
import social.parley.cards.Cards;
import social.parley.mastodon.cards.CardJson;
import social.parley.mastodon.cards.CardView;
import social.parley.storage.Database;
import social.parley.trends.LinkDay;
import social.parley.trends.Trends;

/** Fills Trends::Link entities: a fixed number of statements for all of them. */
public final class TrendView {
  private final Database database;
  private final Cards cards;
  private final CardView view;
  private final Trends trends;

  public TrendView(Database database, Cards cards, CardView view, Trends trends) {
    this.database = database;
    this.cards = cards;
    this.view = view;
    this.trends = trends;
  }

  /** By the ids of the cards, in the order given; unknown ones are left out. */
  public Map<Long, CardJson> links(Collection<Long> ids) {
    Map<Long, List<LinkDay>> history = trends.history(ids);
    Map<Long, Card> found = database.read(db -> cards.byIds(db, ids));
    Map<Long, CardJson> rendered = view.of(Set.copyOf(found.values()));
    Map<Long, CardJson> links = new LinkedHashMap<>();
    for (long id : ids) {
      Card card = found.get(id);
      CardJson json = rendered.get(id);
      if (card != null && json != null)
        links.put(
            id, json.trending(card.canonical().value(), days(history.getOrDefault(id, List.of()))));
    }
    return links;
  }

  private static List<CardJson.Day> days(List<LinkDay> history) {
    List<CardJson.Day> days = new ArrayList<>();
    for (LinkDay day : history)
      days.add(
          new CardJson.Day(
              Long.toString(day.day().atStartOfDay().toEpochSecond(ZoneOffset.UTC)),
              Long.toString(day.accounts()),
              Long.toString(day.uses())));
    return days;
  }
}
