package social.parley.accounts;

/** Carries mails away. */
public interface Mailer {
  /** Hands the mail over, or throws when that should be tried again later. */
  void send(Mail mail);
}
