package social.parley.web;

import java.util.List;
import social.parley.conversations.Conversation;
import social.parley.conversations.ConversationChanged;
import social.parley.notifications.MarkerMoved;
import social.parley.notifications.Notified;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostPublished;
import social.parley.storage.Announcement;
import social.parley.streaming.Message;
import social.parley.streaming.Subscription;
import social.parley.streaming.Wire;
import social.parley.timelines.HomesWritten;
import social.parley.timelines.ListsWritten;

/** Tells open pages that there is something new; they ask for it when they want to show it. */
final class PageWire implements Wire {
  @Override
  public void send(Announcement what, List<Subscription> to) {
    switch (what) {
      case PostPublished published -> tell(to, "post", published.post().id().toString());
      case HomesWritten written -> tell(to, "post", written.post().id().toString());
      case ListsWritten written -> tell(to, "post", written.post().id().toString());
      case PostDeleted gone -> tell(to, "gone", gone.post().id().toString());
      case Notified told -> tell(to, "notification", Long.toString(told.notification().id()));
      case ConversationChanged(Conversation one) -> {
        if (one.unread()) tell(to, "letter", Long.toString(one.id()));
      }
      case MarkerMoved _ -> tell(to, "read", "");
      default -> {}
    }
  }

  private static void tell(List<Subscription> to, String event, String what) {
    for (Subscription one : to)
      if (one.connection() instanceof PageStream page)
        page.send(new Message(one.words(), event, what));
  }
}
