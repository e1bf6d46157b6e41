package social.parley.media;

/** How far a file is. */
public enum MediaState {
  READY,
  PROCESSING,
  FAILED
}
