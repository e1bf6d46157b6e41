package social.parley.posts;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;

/**
 * That a post quotes another (FEP-044f): {@code post} and {@code author} once the other is here,
 * {@code authorization} the stamp by which its author agrees, {@code request} the QuoteRequest that
 * asked for it. A {@code legacy} quote comes from a server that asks nobody.
 */
public record Quote(
    Iri iri,
    @Nullable PostId post,
    @Nullable ActorId author,
    State state,
    @Nullable Iri authorization,
    @Nullable Iri request,
    boolean legacy) {

  /** How the author of the quoted post stands to being quoted there. */
  public enum State {
    PENDING,
    ACCEPTED,
    REJECTED,
    /** Accepted once, and no longer. */
    REVOKED,
    /** There is nothing any more that could be quoted. */
    DELETED
  }

  /** A quote that nobody has said anything about. */
  public static Quote pending(Iri iri, boolean legacy) {
    return new Quote(iri, null, null, State.PENDING, null, null, legacy);
  }

  public boolean accepted() {
    return state == State.ACCEPTED;
  }

  public boolean isRefused() {
    return state == State.REJECTED || state == State.REVOKED;
  }

  /** Something to show: legacy quotes are only links until they are accepted. */
  public boolean shown() {
    return accepted() || !legacy;
  }

  public Quote of(Post quoted) {
    return new Quote(
        quoted.iri(), quoted.id(), quoted.author(), state, authorization, request, legacy);
  }

  public Quote asked(Iri by) {
    return new Quote(iri, post, author, state, authorization, by, legacy);
  }

  /** The same without the stamp that it claims. */
  Quote withoutStamp() {
    return new Quote(iri, post, author, state, null, request, legacy);
  }

  /** Agreed to, with the stamp that says so; own posts need none. */
  public Quote acceptedWith(@Nullable Iri stamp) {
    return new Quote(iri, post, author, State.ACCEPTED, stamp, request, legacy);
  }

  /** What was quoted is gone; that it was refused before stays so. */
  public Quote lost() {
    State now =
        switch (state) {
          case PENDING, ACCEPTED, DELETED -> State.DELETED;
          case REJECTED, REVOKED -> state;
        };
    return new Quote(iri, null, author, now, null, request, legacy);
  }

  /** Refused, or taken back after it was accepted. */
  public Quote refused() {
    State now =
        switch (state) {
          case ACCEPTED, REVOKED -> State.REVOKED;
          case PENDING, REJECTED -> State.REJECTED;
          case DELETED -> State.DELETED;
        };
    return new Quote(iri, post, author, now, null, request, legacy);
  }
}
