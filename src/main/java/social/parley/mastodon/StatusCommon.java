package social.parley.mastodon;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
import social.parley.posts.Permission;
import social.parley.reactions.ReactionCount;

/** What everybody sees of a post, rendered; the reactions have nobody's own among them. */
final class StatusCommon {
  private final Rendered members;
  private final Rendered approval;
  private final Rendered pleroma;
  private final Rendered friendica;
  private final @Nullable Rendered event;
  private final List<ReactionCount> reactions;
  private final boolean linksCollections;

  /** By what a reader may do; threads that fill them at once write the same. */
  private final @Nullable Plain[] plain = new Plain[Permission.values().length];

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

  /** A whole status, cut where that stands which its reader has done with it. */
  record Plain(Rendered account, @Nullable Rendered community, Rendered before, Rendered after) {
    private boolean holds(StatusJson status) {
      return account == status.account() && community == status.community();
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

  /** The pieces of a plain status of this post, written only when they are not here. */
  Plain plain(StatusJson status, Function<StatusJson, Plain> write) {
    int at = status.quotePermission().ordinal();
    Plain known = plain[at];
    if (known == null || !known.holds(status)) plain[at] = known = write.apply(status);
    return known;
  }

  /** In bytes; a plain status takes about as much again. */
  int size() {
    return members.size()
        + approval.size()
        + pleroma.size()
        + friendica.size()
        + (event == null ? 0 : event.size());
  }
}
