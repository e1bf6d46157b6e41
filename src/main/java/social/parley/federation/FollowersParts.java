package social.parley.federation;

import java.util.List;
import java.util.Map;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.signatures.CollectionSynchronization;

/** The parts of followers collections that two servers compare (FEP-8fcf). */
public interface FollowersParts {
  /** Digests of a local actor's followers, by the origin that those ids have. */
  Map<String, String> digests(ActorId of);

  /** The followers of a local actor whose ids have this origin. */
  List<Iri> part(ActorId of, String origin);

  /** What another server says of its actor's followers here; their ids are checked already. */
  void heard(Actor actor, CollectionSynchronization said);
}
