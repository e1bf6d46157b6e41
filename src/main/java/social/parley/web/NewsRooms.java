package social.parley.web;

import java.util.List;
import social.parley.http.Endpoints;

/** The pages that tell people what others did and ask for their word, put together. */
final class NewsRooms {
  private final WebSurface.Reading reading;
  private final WebSurface.Writing writing;
  private final PageParts parts;
  private final Unread unread;

  NewsRooms(WebSurface.Needs needs, PageParts parts, Unread unread) {
    this.reading = needs.reading();
    this.writing = needs.writing();
    this.parts = parts;
    this.unread = unread;
  }

  List<Endpoints> endpoints() {
    PushPage push = new PushPage(parts, reading.subscriptions(), reading.vapid());
    return List.of(
        new NotificationsPage(parts, reading.notifications(), unread, writing.posts()),
        new AgreementsPage(parts, reading.interactions(), writing.posts()),
        push,
        new StrangersPage(parts, reading.policies(), push, writing.posts()));
  }
}
