package social.parley;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import social.parley.accounts.Accounts;
import social.parley.accounts.Applications;
import social.parley.accounts.EmailConfirmation;
import social.parley.accounts.EmailTokens;
import social.parley.accounts.Grants;
import social.parley.accounts.Invites;
import social.parley.accounts.Lockout;
import social.parley.accounts.Mailer;
import social.parley.accounts.Mails;
import social.parley.accounts.OwnerClaim;
import social.parley.accounts.PasswordReset;
import social.parley.accounts.Passwords;
import social.parley.accounts.Secrets;
import social.parley.accounts.Sessions;
import social.parley.accounts.SignUpRule;
import social.parley.accounts.SmtpMailer;
import social.parley.accounts.Tokens;
import social.parley.actors.Actors;
import social.parley.config.Smtp;

/** Accounts and everything that lets somebody in. */
record People(
    Accounts accounts,
    Applications applications,
    Tokens tokens,
    Grants grants,
    Sessions sessions,
    Invites invites,
    EmailConfirmation confirmation,
    PasswordReset passwordReset,
    OwnerClaim ownerClaim,
    Mails mails,
    Lockout lockout) {

  static People of(Plumbing plumbing, Actors actors, List<SignUpRule> rules) {
    var database = plumbing.database();
    var ids = plumbing.ids();
    var clock = plumbing.clock();
    RandomGenerator random = plumbing.random();
    Secrets secrets = new Secrets(random);
    EmailTokens emailTokens = new EmailTokens(secrets, clock);
    Smtp smtp = plumbing.settings().smtp();
    Optional<Mailer> mailer =
        smtp == null ? Optional.empty() : Optional.of(new SmtpMailer(smtp, clock));
    Mails mails = new Mails(plumbing.settings(), database, emailTokens, plumbing.jobs(), mailer);
    Invites invites = new Invites(database, ids, clock, secrets);
    Accounts accounts =
        new Accounts(
            plumbing.settings(),
            database,
            ids,
            clock,
            actors,
            new Passwords(random, plumbing.effort().passwords()),
            invites,
            mails,
            rules);
    Applications applications = new Applications(database, ids, clock, secrets);
    Tokens tokens = new Tokens(database, ids, clock, secrets, accounts, applications);
    Sessions sessions = new Sessions(database, ids, clock, secrets, accounts);
    return new People(
        accounts,
        applications,
        tokens,
        new Grants(database, ids, clock, secrets, tokens),
        sessions,
        invites,
        new EmailConfirmation(database, accounts, mails, emailTokens),
        new PasswordReset(
            database, accounts, sessions, tokens, mails, emailTokens, plumbing.jobs()),
        new OwnerClaim(plumbing.settings(), database, clock, secrets, accounts),
        mails,
        new Lockout(accounts, sessions, tokens));
  }
}
