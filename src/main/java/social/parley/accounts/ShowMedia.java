package social.parley.accounts;

/** Which pictures are shown without a click. */
public enum ShowMedia {
  /** All but those marked as sensitive. */
  DEFAULT,
  ALL,
  NONE
}
