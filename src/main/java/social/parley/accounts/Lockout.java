package social.parley.accounts;

import social.parley.storage.Tx;

/** Keeps people out of their accounts, and lets them in again. */
public final class Lockout {
  private final Accounts accounts;
  private final Sessions sessions;
  private final Tokens tokens;
  private final AccountStore store = new AccountStore();

  public Lockout(Accounts accounts, Sessions sessions, Tokens tokens) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** Ends every login and every permission that apps have; none counts any more. */
  public void suspend(Tx tx, Account account) {
    store.set(tx, account.id(), "suspended", true);
    sessions.revokeAll(tx, account.id());
    tokens.revokeAll(tx, account.id());
    tx.afterCommit(() -> forget(account));
  }

  /** Lets somebody log in again who was suspended. */
  public void restore(Tx tx, Account account) {
    store.set(tx, account.id(), "suspended", false);
    tx.afterCommit(() -> forget(account));
  }

  /** Keeps somebody from using their account, or lets them again; nothing else changes. */
  public void disable(Tx tx, Account account, boolean disabled) {
    store.set(tx, account.id(), "disabled", disabled);
    if (disabled) tx.announce(new AccountDisabled(account.actor()));
    tx.afterCommit(() -> forget(account));
  }

  /** To be called when the write has returned, so that the next request already finds it so. */
  public void forget(Account account) {
    accounts.forget(account.id());
    sessions.forget();
  }
}
