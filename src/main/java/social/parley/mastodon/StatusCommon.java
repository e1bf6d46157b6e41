package social.parley.mastodon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.http.Rendered;
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

  /** In bytes. */
  int size() {
    return members.size()
        + approval.size()
        + pleroma.size()
        + friendica.size()
        + (event == null ? 0 : event.size());
  }
}
