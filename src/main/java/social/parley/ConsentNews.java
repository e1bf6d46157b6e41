package social.parley;

import social.parley.core.PostId;
import social.parley.interactions.InteractionRequest;
import social.parley.interactions.InteractionRequested;
import social.parley.interactions.InteractionSettled;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifier;
import social.parley.notifications.Occasion;
import social.parley.posts.Deed;
import social.parley.storage.Tx;

/** Tells authors of what waits for their agreement, as long as it does. */
record ConsentNews(Notifier notifier) {

  void requested(Tx tx, InteractionRequested requested) {
    InteractionRequest request = requested.request();
    notifier.tell(
        tx,
        Occasion.of(request.ownerId(), type(request.deed()), request.actorId())
            .on(shown(request))
            .about(request.id()));
  }

  /** What somebody wrote is shown itself, else the post that they did something with. */
  private static PostId shown(InteractionRequest request) {
    boolean written = request.deed() == Deed.REPLY || request.deed() == Deed.QUOTE;
    return written && request.madeId() != null ? request.madeId() : request.postId();
  }

  void settled(Tx tx, InteractionSettled settled) {
    notifier.untell(tx, type(settled.request().deed()), settled.request().id());
  }

  private static NotificationType type(Deed deed) {
    return switch (deed) {
      case LIKE -> NotificationType.PENDING_FAVOURITE;
      case REPLY -> NotificationType.PENDING_REPLY;
      case BOOST -> NotificationType.PENDING_BOOST;
      case QUOTE -> NotificationType.PENDING_QUOTE;
    };
  }
}
