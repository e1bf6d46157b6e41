package social.parley.accounts;

/** What a token that somebody shows is worth. */
public sealed interface PresentedToken {
  /** It counts. */
  record Valid(Access access) implements PresentedToken {}

  /** It has been taken back, or its person is gone. */
  record Revoked() implements PresentedToken {}

  /** It was never given out here. */
  record Unknown() implements PresentedToken {}
}
