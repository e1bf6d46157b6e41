package social.parley.streaming;

/** Why the server ends a connection. */
public enum Closing {
  /** Its token counts no more. */
  REVOKED,
  /** It does not read as fast as things happen, or no longer answers. */
  SLOW,
  /** The server stops. */
  STOPPING
}
