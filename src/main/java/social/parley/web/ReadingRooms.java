package social.parley.web;

import java.util.List;
import social.parley.http.Endpoints;

/** The pages on which people read, put together. */
final class ReadingRooms {
  private final WebSurface.Needs needs;
  private final WebSurface.Persons persons;
  private final WebSurface.Writing writing;
  private final WebSurface.Reading reading;
  private final WebSurface.Finding finding;
  private final PageParts parts;
  private final TagRows rows;

  ReadingRooms(WebSurface.Needs needs, PageParts parts) {
    this.needs = needs;
    this.persons = needs.persons();
    this.writing = needs.writing();
    this.reading = needs.reading();
    this.finding = needs.finding();
    this.parts = parts;
    this.rows = new TagRows(needs.database(), finding.tagSummaries());
  }

  List<Endpoints> endpoints(Composing composing, EmojiText emoji) {
    WhyPage why = new WhyPage(parts, writing.posts(), reading.reasons());
    return List.of(
        new CatchUpPage(parts, reading.timelines(), reading.markers(), needs.clock()),
        why,
        new PostMenuPage(parts, why),
        new ListsPage(parts, reading.lists(), reading.timelines(), persons.actors()),
        tags(),
        new MessagesPage(parts, reading.conversations(), writing.posts(), composing),
        explore(),
        search(),
        new AnnouncementsPage(parts, finding.notices(), writing.emojis(), emoji),
        new LivePage(parts, reading.streams(), reading.lists()),
        new MenuPage(parts));
  }

  TimelinesPage timelines(Composing composing) {
    return new TimelinesPage(
        parts,
        composing,
        reading.timelines(),
        reading.markers(),
        writing.posts(),
        writing.favourites(),
        writing.bookmarks());
  }

  private TagsPage tags() {
    return new TagsPage(
        parts,
        needs.database(),
        reading.timelines(),
        finding.tagFollows(),
        finding.tagSummaries(),
        rows);
  }

  private ExplorePage explore() {
    return new ExplorePage(
        parts,
        new ExplorePage.Sources(
            needs.database(),
            finding.trends(),
            writing.cards(),
            writing.remoteMedia(),
            finding.directory(),
            finding.suggestions()),
        rows);
  }

  private SearchPage search() {
    return new SearchPage(parts, finding.finder(), finding.reviews(), rows);
  }
}
