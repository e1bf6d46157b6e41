package social.parley.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.Standing;
import social.parley.config.Settings;
import social.parley.core.AccountId;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The front door to local people's accounts. */
public final class Accounts {
  /** Another process may have changed an account, so none is remembered for longer. */
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private static final Duration SEEN_STEP = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;
  private final Actors actors;
  private final Passwords passwords;
  private final Mails mails;
  private final AccountStore store = new AccountStore();
  private final StaffRoles staffRoles;
  private final SignUps signUps;
  private final Cache<AccountId, Account> cache =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(REMEMBERED)
          .executor(Runnable::run)
          .build();

  public Accounts(
      Settings settings,
      Database database,
      Ids ids,
      Clock clock,
      Actors actors,
      Passwords passwords,
      Invites invites,
      Mails mails,
      List<SignUpRule> rules) {
    this.database = database;
    this.clock = clock;
    this.actors = actors;
    this.passwords = passwords;
    this.mails = mails;
    this.staffRoles = new StaffRoles(database, store);
    this.signUps =
        new SignUps(
            settings, database, ids, clock, actors, passwords, invites, mails, store, rules);
  }

  /**
   * Makes an account for somebody who asks for one, as the registration mode allows.
   *
   * @throws Refused.Invalid with Mastodon's codes for every field that is wrong
   */
  public Account signUp(SignUp wish) {
    return signUps.signUp(wish);
  }

  /** Makes an account on behalf of the people who run this server. */
  public Account create(NewAccount wish) {
    return create(wish, _ -> {});
  }

  /** The same for several; a password that many of them begin with is hashed once. */
  public List<Account> createAll(List<NewAccount> wishes) {
    return signUps.createAll(wishes, staffRoles::changed);
  }

  /** The same, after a guard that runs inside the transaction. */
  Account create(NewAccount wish, Consumer<Tx> guard) {
    return signUps.create(
        wish,
        tx -> {
          guard.accept(tx);
          staffRoles.changed(tx);
        });
  }

  /**
   * Whose e-mail address (or username) and password these are; whether they may use the account is
   * said by {@link Account#state}.
   */
  public Account authenticate(String login, String password) {
    Account account = byLogin(login.strip()).orElse(null);
    if (account == null) {
      passwords.checkNobody(password);
      throw wrongLogin();
    }
    if (!hasPassword(account.id(), password)) throw wrongLogin();
    return account;
  }

  private static Refused wrongLogin() {
    return new Refused.Unauthorized("Invalid e-mail address or password.");
  }

  private Optional<Account> byLogin(String login) {
    return login.contains("@") ? byEmail(login) : byUsername(login);
  }

  /** Whether this is the password of the account. */
  public boolean hasPassword(AccountId id, String password) {
    String stored = database.read(db -> store.password(db, id)).orElseThrow(Refused.NotFound::new);
    if (!passwords.matches(password, stored)) return false;
    if (passwords.isOutdated(stored)) setPassword(id, password);
    return true;
  }

  /** The account, if it has not been deleted. */
  public Optional<Account> byId(AccountId id) {
    // One step, so that nobody puts back what has been changed meanwhile.
    return Optional.ofNullable(
        cache.get(id, _ -> database.read(db -> store.byId(db, id)).orElse(null)));
  }

  public Optional<Account> byId(Reading db, AccountId id) {
    return store.byId(db, id);
  }

  public Optional<Account> byActor(ActorId actor) {
    return database.read(db -> store.byActor(db, actor));
  }

  public Optional<Account> byActor(Reading db, ActorId actor) {
    return store.byActor(db, actor);
  }

  public Optional<Account> byEmail(String email) {
    return database.read(db -> store.byEmail(db, email));
  }

  public Optional<Account> byUsername(String username) {
    return actors.local(username).flatMap(actor -> byActor(actor.id()));
  }

  /** Those who wait for a moderator, newest first. */
  public Page<Account> pending(Cursor cursor) {
    return page("NOT approved", cursor);
  }

  private Page<Account> page(String condition, Cursor cursor) {
    List<Account> rows = database.read(db -> store.page(db, condition, cursor));
    return Page.of(rows, cursor, account -> account.id().value());
  }

  /** Everybody who has an account, newest first. */
  public Page<Account> all(Cursor cursor) {
    return page("TRUE", cursor);
  }

  /** Everybody who may do at least as much as this role, first comers first. */
  public List<Account> staff(Role least) {
    return database.read(db -> staff(db, least));
  }

  public List<Account> staff(Reading db, Role least) {
    List<Role> roles = List.of(Role.values()).stream().filter(r -> r.isAtLeast(least)).toList();
    return store.withRole(db, roles);
  }

  /** What somebody of the staff may do; null of everybody else. */
  public @Nullable Role staffRole(ActorId actor) {
    return staffRoles.of(actor);
  }

  /** How many people have an account. */
  public long count() {
    return database.read(store::count);
  }

  /** How many of them have been here since. */
  public long countActive(Instant since) {
    return database.read(db -> store.countActive(db, since));
  }

  /** Notes that somebody is here, to the hour. */
  void seen(Account account) {
    Instant now = clock.instant();
    Instant last = account.lastActiveAt();
    if (last != null && last.plus(SEEN_STEP).isAfter(now)) return;
    change(account.id(), tx -> store.set(tx, account.id(), "last_active_at", now));
  }

  public void changePassword(AccountId id, String current, String next) {
    if (!hasPassword(id, current))
      throw new Refused.Invalid("current_password", "is not your current password");
    setPassword(id, next);
  }

  /** Sets a password without asking for the one before; the caller knows who asks. */
  public void setPassword(AccountId id, String next) {
    setPassword(id, next, _ -> {});
  }

  /** The same, with what belongs to it in the same transaction. */
  void setPassword(AccountId id, String next, Consumer<Tx> beside) {
    refuseIfWrong(new SignUpForm().password(next));
    String hash = passwords.hash(next);
    change(
        id,
        tx -> {
          beside.accept(tx);
          store.set(tx, id, "password", hash);
        });
  }

  /** Changes the e-mail address, once its owner has confirmed it where mails are sent. */
  public void changeEmail(AccountId id, String password, String email) {
    if (!hasPassword(id, password))
      throw new Refused.Invalid("current_password", "is not your current password");
    refuseIfWrong(new SignUpForm().email(email));
    change(
        id,
        tx -> {
          if (mails.areSent()) mails.enqueue(tx, MailPurpose.CONFIRMATION, id, email);
          else setEmail(tx, id, email);
        });
  }

  /** Sets an address that has been confirmed. */
  void setEmail(Tx tx, AccountId id, String email) {
    boolean taken = store.byEmail(tx, email).filter(other -> !other.id().equals(id)).isPresent();
    if (taken) throw new Refused.Invalid("email", "ERR_TAKEN", "has already been taken");
    store.setEmail(tx, id, email);
    store.set(tx, id, "confirmed", true);
  }

  /** Chooses the language in which the person is spoken to. */
  public void saveLocale(AccountId id, String locale) {
    change(id, tx -> store.set(tx, id, "locale", locale));
  }

  public void savePreferences(AccountId id, Preferences preferences) {
    change(id, tx -> store.set(tx, id, "preferences", PreferencesColumn.write(preferences)));
  }

  public void changeRole(AccountId id, Role role) {
    change(
        id,
        tx -> {
          store.set(tx, id, "role", role);
          staffRoles.changed(tx);
        });
  }

  /** Lets somebody in who has waited. */
  public void approve(AccountId id) {
    change(
        id,
        tx -> {
          Account account = store.byId(tx, id).orElseThrow(Refused.NotFound::new);
          if (account.approved()) return;
          store.set(tx, id, "approved", true);
          Actor actor = actors.byId(tx, account.actor()).orElseThrow(Refused.NotFound::new);
          if (actor.standing() == Standing.PENDING) actors.judge(tx, actor.id(), Standing.OK);
          if (mails.areSent()) mails.enqueue(tx, MailPurpose.WELCOME, id, account.email());
          tx.announce(new AccountApproved(store.byId(tx, id).orElseThrow()));
        });
  }

  /** Turns somebody away who has waited. */
  public void reject(AccountId id) {
    change(
        id,
        tx -> {
          Account account = store.byId(tx, id).orElseThrow(Refused.NotFound::new);
          if (account.approved()) throw new Refused.Conflict("This account is approved already");
          delete(tx, account);
        });
  }

  /** Keeps somebody from using their account, or lets them again. */
  public void disable(AccountId id, boolean disabled) {
    change(id, tx -> store.set(tx, id, "disabled", disabled));
  }

  /** Deletes the account for good, and tells everybody whose data hangs on it. */
  public void delete(AccountId id) {
    change(id, tx -> delete(tx, store.byId(tx, id).orElseThrow(Refused.NotFound::new)));
  }

  private void delete(Tx tx, Account account) {
    store.delete(tx, account.id(), clock.instant());
    staffRoles.changed(tx);
    tx.announce(new AccountDeleted(account.id(), account.actor()));
    actors.delete(tx, account.actor());
  }

  /** A write after which the account is read afresh. */
  void change(AccountId id, Consumer<Tx> work) {
    database.run(work);
    cache.invalidate(id);
  }

  /** Reads an account afresh the next time, because somebody else has changed it. */
  void forget(AccountId id) {
    cache.invalidate(id);
  }

  static void refuseIfWrong(SignUpForm form) {
    if (!form.problems().isEmpty()) throw new Refused.Invalid(form.problems());
  }
}
