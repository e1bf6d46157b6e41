package social.parley.accounts;

/** A person in their browser. */
public record SignedIn(Session session, Account account) {}
