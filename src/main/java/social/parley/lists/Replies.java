package social.parley.lists;

/** Which answers to others a list shows; what members answer to themselves always belongs to it. */
public enum Replies {
  /** Those to people whom the owner follows. */
  FOLLOWED,
  /** Those to members of the list. */
  LIST,
  /** None. */
  NONE
}
