package social.parley.web;

import social.parley.core.ActorId;

/** A person as lists and posts show them. {@code plainName} is the name without pictures in it. */
public record PersonView(
    ActorId id,
    Html name,
    String plainName,
    String acct,
    String handle,
    String href,
    String avatar,
    boolean bot,
    boolean locked,
    boolean local) {

  /** Where they are at home, empty for this server. */
  public String server() {
    return local ? "" : handle.substring(handle.lastIndexOf('@') + 1);
  }
}
