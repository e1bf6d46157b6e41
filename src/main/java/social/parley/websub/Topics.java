package social.parley.websub;

import java.util.List;
import java.util.Optional;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.posts.Post;

/** The feeds of this server, as whoever writes them knows them. */
public interface Topics {
  /** What stands at an address just now; nothing when that is no feed of ours. */
  Optional<Topic> read(Iri address);

  /** The feeds that a post is in. */
  List<String> feeds(Post post, Actor author);

  /**
   * A feed in one of its forms.
   *
   * @param feed what all its forms have in common
   */
  record Topic(String feed, String contentType, byte[] body) {}
}
