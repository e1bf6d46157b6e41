package social.parley.moderation;

import org.jspecify.annotations.Nullable;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.media.MediaRule;

/** Shows no files of domains whose files are not wanted, wherever those keep them. */
public final class MediaGate implements MediaRule {
  private final DomainPolicy policy;
  private final Actors actors;

  public MediaGate(DomainPolicy policy, Actors actors) {
    this.policy = policy;
    this.actors = actors;
  }

  @Override
  public boolean mayShow(Iri where, @Nullable ActorId owner) {
    if (!policy.mayDownload(where.authority())) return false;
    return owner == null
        || actors
            .identity(owner)
            .map(policy::of)
            .filter(there -> there.rejectMedia() || there.isSuspended())
            .isEmpty();
  }
}
