package social.parley.moderation;

import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.InboxRule;
import social.parley.federation.PeerRule;
import social.parley.federation.Received;
import social.parley.federation.Verdict;

/** Keeps suspended domains out, whichever way they come. */
public final class PeerGate implements InboxRule, PeerRule {
  private final DomainPolicy policy;

  public PeerGate(DomainPolicy policy) {
    this.policy = policy;
  }

  @Override
  public boolean admits(String host) {
    return !policy.of(host).isSuspended();
  }

  @Override
  public Verdict judge(Received received) {
    for (Actor actor : new Actor[] {received.actor(), received.signer()})
      if (policy.of(actor).isSuspended())
        return new Verdict.Refuse("the domain " + actor.domain() + " is suspended");
    if (received.activity() instanceof Activity.Announce announce && isShut(announce.objectId()))
      return new Verdict.Drop("it passes on something from a suspended domain");
    return new Verdict.Accept();
  }

  private boolean isShut(@Nullable Iri iri) {
    return iri != null && iri.isWeb() && policy.of(iri.authority()).isSuspended();
  }
}
