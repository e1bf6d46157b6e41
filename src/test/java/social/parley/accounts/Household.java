package social.parley.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actors;
import social.parley.actors.Addresses;
import social.parley.config.Settings;
import social.parley.core.Ids;
import social.parley.core.TestClock;
import social.parley.jobs.Jobs;
import social.parley.signatures.KeySource;
import social.parley.storage.Database;

/** Accounts and everything about them, put together for a test on a given database. */
public final class Household implements AutoCloseable {
  /** Cheap to try, which is what a test wants and nobody else. */
  public static final PasswordCost CHEAP = new PasswordCost(64, 1, 1);

  public final TestClock clock = new TestClock();
  public final Settings settings;
  public final Database database;
  public final Ids ids;
  public final Actors actors;
  public final Jobs jobs;
  public final Secrets secrets;
  public final Invites invites;
  public final Accounts accounts;
  public final OwnerClaim ownerClaim;
  public final Sessions sessions;
  public final Applications applications;
  public final Tokens tokens;
  public final Grants grants;
  public final EmailConfirmation confirmation;
  public final PasswordReset passwordReset;

  public Household(Database database, Map<String, String> environment) {
    this(database, environment, null);
  }

  public Household(Database database, Map<String, String> environment, @Nullable Mailer mailer) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("PARLEY_URL", "http://alpha.test");
    Random random = new Random(7);
    this.database = database;
    settings = Settings.load(null, all);
    ids = new Ids(clock, random);
    actors = new Actors(database, ids, clock, new Addresses(settings), KeySource.FRESH);
    jobs = new Jobs(database, ids, clock, random);
    secrets = new Secrets(random);
    invites = new Invites(database, ids, clock, secrets);
    Passwords passwords = new Passwords(random, CHEAP);
    EmailTokens emailTokens = new EmailTokens(secrets, clock);
    Mails mails = new Mails(settings, database, emailTokens, jobs, Optional.ofNullable(mailer));
    accounts =
        new Accounts(settings, database, ids, clock, actors, passwords, invites, mails, List.of());
    ownerClaim = new OwnerClaim(settings, database, clock, secrets, accounts);
    sessions = new Sessions(database, ids, clock, secrets, accounts);
    applications = new Applications(database, ids, clock, secrets);
    tokens = new Tokens(database, ids, clock, secrets, accounts, applications);
    grants = new Grants(database, ids, clock, secrets, tokens);
    confirmation = new EmailConfirmation(database, accounts, mails, emailTokens);
    passwordReset =
        new PasswordReset(database, accounts, sessions, tokens, mails, emailTokens, jobs);
  }

  /** A member with the password {@code correct horse}. */
  public Account member(String username) {
    return accounts.create(
        new NewAccount(username, username + "@example.org", "correct horse", Role.USER));
  }

  /** A program that may do anything. */
  public RegisteredApplication program(String scopes) {
    return applications.register(
        new NewApplication("An app", List.of("https://app.example/back?x=1"), scopes, null));
  }

  public String token(Account account, String scopes) {
    return tokens
        .issue(program(scopes).application(), account.id(), Scopes.parse(scopes).orElseThrow())
        .secret();
  }

  @Override
  public void close() {
    database.close();
  }
}
