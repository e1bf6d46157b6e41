package social.parley.web;

import java.util.List;
import social.parley.http.Endpoints;

/** The pages on which people write, put together. */
final class WritingRooms {
  private final WebSurface.Needs needs;
  private final WebSurface.Writing writing;
  private final PageParts parts;

  WritingRooms(WebSurface.Needs needs, PageParts parts) {
    this.needs = needs;
    this.writing = needs.writing();
    this.parts = parts;
  }

  List<Endpoints> endpoints(Composing composing, EmojiText emoji) {
    EmojiSet set = new EmojiSet(writing.emojis(), emoji);
    WrittenForm written =
        new WrittenForm(
            parts.routing(), writing.media(), needs.settings().limits().postAttachments());
    return List.of(
        new ComposeAids(
            parts,
            needs.settings(),
            needs.persons().actors(),
            writing.emojis(),
            needs.finding().finder(),
            set,
            emoji),
        new ComposePage(
            parts, composing, written, writing.posts(), writing.scheduled(), writing.drafts()),
        new DraftsPage(parts, composing, written, writing.drafts()),
        new ScheduledPage(parts, written, writing.scheduled()),
        new ReactPage(parts, writing.posts(), set));
  }
}
