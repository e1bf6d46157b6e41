package social.parley.cli.demo;

/** Who somebody is, in the whole story: {@code marit} at {@code oak}. */
record Name(String person, String place) {

  /** Reads {@code person} or {@code person@place}. */
  static Name parse(String text, String here) {
    int at = text.indexOf('@');
    return at < 0 ? new Name(text, here) : new Name(text.substring(0, at), text.substring(at + 1));
  }

  @Override
  public String toString() {
    return person + "@" + place;
  }
}
