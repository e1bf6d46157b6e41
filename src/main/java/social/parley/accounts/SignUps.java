package social.parley.accounts;

import java.net.InetAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.actors.Actors;
import social.parley.actors.NewActor;
import social.parley.actors.Standing;
import social.parley.config.Registration;
import social.parley.config.Settings;
import social.parley.core.AccountId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** How accounts come into being, each with its actor. */
final class SignUps {
  private final Settings settings;
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Passwords passwords;
  private final Invites invites;
  private final Mails mails;
  private final AccountStore store;
  private final List<SignUpRule> rules;

  SignUps(
      Settings settings,
      Database database,
      Ids ids,
      Clock clock,
      Actors actors,
      Passwords passwords,
      Invites invites,
      Mails mails,
      AccountStore store,
      List<SignUpRule> rules) {
    this.settings = settings;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.passwords = passwords;
    this.invites = invites;
    this.mails = mails;
    this.store = store;
    this.rules = List.copyOf(rules);
  }

  /** What decides whether and how an account is made. */
  private record Draft(
      String username,
      String email,
      String password,
      Role role,
      boolean confirmed,
      boolean approved,
      String locale,
      @Nullable String reason,
      @Nullable Application application,
      @Nullable Invite invite,
      @Nullable InetAddress address) {}

  Account signUp(SignUp wish) {
    Registration mode = settings.registration();
    if (mode == Registration.CLOSED) throw new Refused.Forbidden("Registrations are closed");
    Optional<Invite> invite =
        wish.inviteCode().isBlank() ? Optional.empty() : invites.usable(wish.inviteCode().strip());
    boolean suspicious = rules.stream().anyMatch(rule -> rule.needsApproval(wish));
    boolean mustWait = suspicious || (mode == Registration.APPROVAL && invite.isEmpty());
    SignUpForm form =
        new SignUpForm()
            .username(wish.username())
            .notReserved(wish.username())
            .email(wish.email())
            .password(wish.password())
            .agreement(wish.agreement())
            .reason(wish.reason(), mustWait && !suspicious);
    if (!wish.inviteCode().isBlank() && invite.isEmpty())
      form.add("invite_code", "ERR_INVALID", "is not valid, or no longer valid");
    else if (mode == Registration.INVITE && invite.isEmpty())
      form.add("invite_code", "ERR_BLANK", "can't be blank");
    for (SignUpRule rule : rules) form.problems().addAll(rule.check(wish));
    Draft draft =
        new Draft(
            wish.username(),
            wish.email().strip(),
            wish.password(),
            Role.USER,
            !mails.areSent(),
            !mustWait,
            wish.locale().isBlank() ? "en" : wish.locale(),
            wish.reason().isBlank() ? null : wish.reason().strip(),
            wish.application(),
            invite.orElse(null),
            wish.address());
    return create(form, draft, _ -> {}, passwords::hash);
  }

  /** Makes an account that nobody needs to confirm or approve; the guard runs first, inside. */
  Account create(NewAccount wish, Consumer<Tx> guard) {
    return create(form(wish), draft(wish), guard, passwords::hash);
  }

  /** The same for several, hashing each password once however many begin with it. */
  List<Account> createAll(List<NewAccount> wishes, Consumer<Tx> guard) {
    Map<String, String> hashes = new HashMap<>();
    UnaryOperator<String> once = password -> hashes.computeIfAbsent(password, passwords::hash);
    return wishes.stream().map(wish -> create(form(wish), draft(wish), guard, once)).toList();
  }

  private static SignUpForm form(NewAccount wish) {
    return new SignUpForm().username(wish.username()).email(wish.email()).password(wish.password());
  }

  private static Draft draft(NewAccount wish) {
    return new Draft(
        wish.username(),
        wish.email().strip(),
        wish.password(),
        wish.role(),
        true,
        true,
        "en",
        null,
        null,
        null,
        null);
  }

  private Account create(
      SignUpForm form, Draft draft, Consumer<Tx> guard, UnaryOperator<String> hash) {
    form.problems().addAll(database.read(db -> taken(db, draft)));
    Accounts.refuseIfWrong(form);
    String password = hash.apply(draft.password());
    NewActor actor = actors.prepare(draft.username(), ActorKind.PERSON, "");
    return database.write(tx -> {
      guard.accept(tx);
      return insert(tx, draft, password, actor);
    });
  }

  private Account insert(Tx tx, Draft draft, String password, NewActor newActor) {
    SignUpForm form = new SignUpForm();
    form.problems().addAll(taken(tx, draft));
    Invite invite = draft.invite();
    if (invite != null && !invites.use(tx, invite.id()))
      form.add("invite_code", "ERR_INVALID", "is not valid, or no longer valid");
    Accounts.refuseIfWrong(form);
    Actor actor = actors.create(tx, newActor);
    if (!draft.approved()) actors.judge(tx, actor.id(), Standing.PENDING);
    Application application = draft.application();
    Account account =
        new Account(
            new AccountId(ids.next()),
            actor.id(),
            draft.email(),
            draft.role(),
            draft.confirmed(),
            draft.approved(),
            false,
            false,
            draft.locale(),
            Preferences.DEFAULT,
            clock.instant(),
            null,
            draft.reason(),
            application == null ? null : application.id());
    store.insert(tx, account, password, invite == null ? null : invite.id());
    if (!account.confirmed())
      mails.enqueue(tx, MailPurpose.CONFIRMATION, account.id(), account.email());
    tx.announce(new AccountCreated(account, draft.address()));
    return account;
  }

  private List<Refused.Problem> taken(Reading db, Draft draft) {
    SignUpForm form = new SignUpForm();
    if (actors.local(db, draft.username()).isPresent())
      form.add("username", "ERR_TAKEN", "has already been taken");
    if (store.byEmail(db, draft.email()).isPresent())
      form.add("email", "ERR_TAKEN", "has already been taken");
    return form.problems();
  }
}
