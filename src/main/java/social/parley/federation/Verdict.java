package social.parley.federation;

/** What becomes of an activity at the gate. */
public sealed interface Verdict {
  /** It may go on. */
  record Accept() implements Verdict {}

  /** It is of no interest; forget it silently. */
  record Drop(String reason) implements Verdict {}

  /** It may not come in; the reason is kept for the administrator. */
  record Refuse(String reason) implements Verdict {}

  /** It cannot be judged now. */
  record Later(String reason) implements Verdict {}
}
