package social.parley.mastodon;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import social.parley.reactions.ReactionCount;

/** What everybody sees of a post, rendered; the reactions have nobody's own among them. */
final class StatusCommon {
  /** For how many kinds of readers whole statuses are kept. */
  private static final int MOST = 4;

  private final Rendered members;
  private final Rendered approval;
  private final Rendered pleroma;
  private final Rendered friendica;
  private final @Nullable Rendered event;
  private final List<ReactionCount> reactions;
  private final boolean linksCollections;

  /** Readers that add one at once may lose the other's, which is written once more then. */
  private volatile Kept[] kept = {};

  StatusCommon(
      Rendered members,
      Rendered approval,
      Rendered pleroma,
      Rendered friendica,
      @Nullable Rendered event,
      List<ReactionCount> reactions,
      boolean linksCollections) {
    this.members = members;
    this.approval = approval;
    this.pleroma = pleroma;
    this.friendica = friendica;
    this.event = event;
    this.reactions = List.copyOf(reactions);
    this.linksCollections = linksCollections;
  }

  /** What a status was written as. */
  private record Kept(StatusJson status, Rendered whole) {
    /** Whether it is of the author and community as they are now. */
    boolean isBy(StatusJson other) {
      return status.account() == other.account() && status.community() == other.community();
    }
  }

  Rendered members() {
    return members;
  }

  Rendered approval() {
    return approval;
  }

  Rendered pleroma() {
    return pleroma;
  }

  Rendered friendica() {
    return friendica;
  }

  @Nullable Rendered event() {
    return event;
  }

  List<ReactionCount> reactions() {
    return reactions;
  }

  /** Whether there may be links to collections in it. */
  boolean linksCollections() {
    return linksCollections;
  }

  /** The whole of a status of this post, written only when it is not here. */
  Rendered whole(StatusJson status, Function<StatusJson, Rendered> write) {
    Kept[] known = kept;
    for (Kept one : known) if (one.status().equals(status)) return one.whole();
    Kept fresh = new Kept(status, write.apply(status));
    Stream<Kept> others = Stream.of(known).filter(one -> one.isBy(status)).limit(MOST - 1);
    kept = Stream.concat(Stream.of(fresh), others).toArray(Kept[]::new);
    return fresh.whole();
  }

  /** In bytes. */
  int size() {
    return members.size()
        + approval.size()
        + pleroma.size()
        + friendica.size()
        + (event == null ? 0 : event.size());
  }
}
