package social.parley.actors;

/** What an actor is, in the words of ActivityStreams. */
public enum ActorKind {
  PERSON,
  SERVICE,
  APPLICATION,
  GROUP,
  ORGANIZATION
}
