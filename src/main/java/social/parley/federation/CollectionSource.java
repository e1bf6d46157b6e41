package social.parley.federation;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Ref;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;

/** A feature's lists as paged collections, for peers that fetch them. */
public interface CollectionSource {
  /** Whose collections these are, and of what. */
  enum Kind {
    /** What a local actor published. */
    OUTBOX,
    /** Who follows a local actor. */
    FOLLOWERS,
    /** Whom a local actor follows. */
    FOLLOWING,
    /** What a local actor pinned. */
    FEATURED,
    /** The hashtags a local actor shows on its profile. */
    FEATURED_TAGS,
    /** What answers a local post. */
    REPLIES
  }

  Kind kind();

  /**
   * How many there are; nothing when there is no such list for this reader.
   *
   * @param of the id of the actor, for {@link Kind#REPLIES} of the post
   * @param reader the actor that signed the request, if any
   */
  OptionalLong total(Iri of, @Nullable ActorId reader);

  /** One page, newest first; {@code next} is the {@code maxId} of the page after it, if any. */
  Items page(Iri of, Cursor cursor, @Nullable ActorId reader);

  /** Part of a list. */
  record Items(List<Ref> items, OptionalLong next) {
    public Items {
      items = List.copyOf(items);
    }
  }
}
