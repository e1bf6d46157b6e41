package social.parley.streaming;

import java.util.List;
import social.parley.storage.Announcement;

/** Words what happened for those who listen, in the way of one API. */
public interface Wire {
  /** Sends it to all of these; who may hear of it has been decided. */
  void send(Announcement what, List<Subscription> to);
}
