package social.parley.push;

/** Of whose deeds an app wants to be told. */
public enum PushPolicy {
  ALL,
  FOLLOWED,
  FOLLOWER,
  NONE
}
