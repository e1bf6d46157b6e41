package social.parley.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.AccountApproved;
import social.parley.accounts.Accounts;
import social.parley.accounts.Lockout;
import social.parley.accounts.Mails;
import social.parley.accounts.Role;
import social.parley.actors.Actor;
import social.parley.actors.ActorActivities;
import social.parley.actors.ActorKind;
import social.parley.actors.Actors;
import social.parley.actors.Standing;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.federation.Outbox;
import social.parley.follows.Follow;
import social.parley.follows.Follows;
import social.parley.jobs.Jobs;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** What the staff does to single people, here and elsewhere, and takes back. */
public final class Sanctions {
  /** How long somebody suspended can come back with all they had. */
  public static final Duration REVERSIBLE = Duration.ofDays(30);

  private static final String SUBJECT = "account";
  private static final String REMOVAL = "moderation.remove";

  /** What sanctions reach into. */
  public record Needs(
      Settings settings,
      Database database,
      Ids ids,
      Clock clock,
      Jobs jobs,
      Actors actors,
      Accounts accounts,
      Lockout lockout,
      Mails mails,
      Follows follows,
      Posts posts,
      Outbox outbox,
      Enforcement enforcement,
      Severances severances,
      Reports reports,
      CanonicalEmails emails,
      AuditLog log) {}

  private final Needs needs;
  private final JudgementStore store = new JudgementStore();
  private final Strikes strikes = new Strikes();

  public Sanctions(Needs needs) {
    this.needs = needs;
  }

  /** A job that removes the data of somebody who was suspended long ago. */
  record Removal(ActorId actor) {}

  /** To be called once: says how that is done. */
  public void handle() {
    needs.jobs().handle(REMOVAL, Removal.class, this::removeIfDue);
  }

  /**
   * Does something to somebody.
   *
   * @param staff who decides; null on the command line
   */
  public void act(@Nullable Account staff, ActorId target, Decision decision) {
    Sanction sanction = decision.sanction();
    changing(
        target,
        person -> {
          person.mustBeBelow(staff);
          if (!person.actor().local() && !sanction.reachesElsewhere())
            throw new Refused.Invalid("type", "ERR_INCLUSION", "is not for people elsewhere");
          apply(person, sanction);
          person.log(staff, sanction == Sanction.NONE ? "warn" : word(sanction));
          if (person.actor().local()) warn(person, staff, decision);
          Long report = decision.report();
          if (staff == null) return;
          if (sanction != Sanction.NONE)
            needs.reports().resolveAbout(person.tx(), staff.actor(), target);
          else if (report != null) needs.reports().resolve(person.tx(), staff.actor(), report);
        });
  }

  private void apply(Person person, Sanction sanction) {
    Instant now = needs.clock().instant();
    Judgement before = person.judgement();
    switch (sanction) {
      case NONE -> {}
      case SENSITIVE -> {
        store.save(person.tx(), before.sensitized(now));
        needs.posts().markSensitive(person.tx(), person.actor().id(), true);
      }
      case DISABLE -> needs.lockout().disable(person.tx(), person.account(), true);
      case SILENCE -> settle(person, before.silenced(now));
      case SUSPEND -> {
        if (before.suspendedAt() == null) suspend(person, before, now);
      }
    }
  }

  private void suspend(Person person, Judgement before, Instant now) {
    Tx tx = person.tx();
    Actor actor = person.actor();
    Instant removal = actor.local() ? now.plus(REVERSIBLE) : null;
    if (!actor.local()) part(tx, actor);
    settle(person, before.suspended(now, removal));
    if (removal == null) return;
    needs.jobs().enqueue(tx, REMOVAL, new Removal(actor.id()), removal);
    if (person.known() instanceof Account account) {
      needs.lockout().suspend(tx, account);
      needs.emails().blockAfter(tx, account);
    }
    tell(tx, actor.id());
  }

  /** Ends what was between them and people here; their server is told that they lose them. */
  private void part(Tx tx, Actor remote) {
    if (remote.standing() == Standing.SUSPENDED) return;
    var severance =
        needs.severances().begin(SeveranceKind.ACCOUNT_SUSPENSION, remote.handle().toString());
    for (Follow follow : needs.follows().involving(tx, remote.id()))
      needs.follows().tellEnd(tx, follow);
    needs.severances().sever(tx, severance, remote);
    needs.severances().tell(tx, severance.id());
  }

  private void unsuspend(Person person) {
    Tx tx = person.tx();
    Actor actor = person.actor();
    Standing after = settle(person, person.judgement().suspended(null, null));
    if (!actor.local()) {
      if (after != Standing.SUSPENDED) needs.severances().ask(tx, actor);
      return;
    }
    if (person.known() instanceof Account account) {
      needs.lockout().restore(tx, account);
      needs.emails().unblockAfter(tx, account);
    }
    tell(tx, actor.id());
  }

  /** What was decided while somebody waited counts from now on; it is to be subscribed. */
  public void approved(Tx tx, AccountApproved approved) {
    Person person = person(tx, approved.account().actor());
    stand(person, person.judgement());
  }

  private Standing settle(Person person, Judgement after) {
    store.save(person.tx(), after);
    return stand(person, after);
  }

  private Standing stand(Person person, Judgement after) {
    Standing judged = needs.enforcement().due(person.tx(), person.actor(), after);
    boolean waits = person.known() instanceof Account account && !account.approved();
    Standing due = waits && judged != Standing.SUSPENDED ? Standing.PENDING : judged;
    if (due != person.actor().standing())
      needs.actors().judge(person.tx(), person.actor().id(), due);
    return due;
  }

  /** Shows the followers' servers how somebody here stands now. */
  private void tell(Tx tx, ActorId id) {
    Actor actor = needs.actors().byId(tx, id).orElseThrow(Refused.NotFound::new);
    needs
        .outbox()
        .send(
            tx,
            actor,
            ActorActivities.update(
                needs.outbox().nextId(), actor, needs.actors().document(tx, actor)),
            needs.follows().followerInboxes(tx, id));
  }

  private void warn(Person person, @Nullable Account staff, Decision decision) {
    strikes.add(
        person.tx(),
        new Strike(
            needs.ids().next(),
            person.actor().id(),
            staff == null ? null : staff.actor(),
            decision.sanction(),
            decision.text(),
            decision.report(),
            needs.clock().instant()));
    if (!decision.mail() || !(person.known() instanceof Account account)) return;
    WarningMail mail = new WarningMail(needs.settings(), decision);
    needs.mails().write(person.tx(), account, mail.subject(), mail.text());
  }

  /** Takes a sanction back; nothing happens where there is none. */
  public void lift(@Nullable Account staff, ActorId target, Sanction sanction) {
    changing(
        target,
        person -> {
          Judgement before = person.judgement();
          switch (sanction) {
            case NONE -> {}
            case SENSITIVE -> {
              store.save(person.tx(), before.sensitized(null));
              needs.posts().markSensitive(person.tx(), target, false);
            }
            case DISABLE -> needs.lockout().disable(person.tx(), person.account(), false);
            case SILENCE -> settle(person, before.silenced(null));
            case SUSPEND -> {
              if (before.suspendedAt() != null) unsuspend(person);
            }
          }
          person.log(
              staff,
              switch (sanction) {
                case DISABLE -> "enable";
                case NONE, SENSITIVE, SILENCE, SUSPEND -> "un" + word(sanction);
              });
        });
  }

  /** Deletes somebody who is suspended, with all that is theirs, for good. */
  public void delete(@Nullable Account staff, ActorId target) {
    Actor actor = needs.actors().byId(target).orElseThrow(Refused.NotFound::new);
    if (actor.standing() != Standing.SUSPENDED || actor.isDeleted())
      throw new Refused.Forbidden("This action is not allowed");
    changing(
        target,
        person -> {
          person.mustBeBelow(staff);
          person.log(staff, "destroy");
        });
    remove(actor);
  }

  private void remove(Actor actor) {
    Optional<Account> account = needs.accounts().byActor(actor.id());
    if (account.isPresent()) needs.accounts().delete(account.get().id());
    else needs.database().run(tx -> needs.actors().delete(tx, actor.id()));
  }

  /** Whoever came back meanwhile, perhaps to be suspended anew, keeps what is theirs. */
  private void removeIfDue(Removal job) {
    Judgement judgement = needs.database().read(db -> store.of(db, job.actor()));
    Instant due = judgement.removalAt();
    if (due == null || due.isAfter(needs.clock().instant())) return;
    needs.actors().byId(job.actor()).filter(actor -> !actor.isDeleted()).ifPresent(this::remove);
  }

  /** Lets somebody in who waits, or turns them away. */
  public void decide(@Nullable Account staff, ActorId target, boolean approved) {
    Account waiting = needs.accounts().byActor(target).orElseThrow(Refused.NotFound::new);
    if (waiting.approved()) throw new Refused.Forbidden("This action is not allowed");
    changing(target, person -> person.log(staff, approved ? "approve" : "reject"));
    if (approved) needs.accounts().approve(waiting.id());
    else needs.accounts().reject(waiting.id());
  }

  private void changing(ActorId target, Consumer<Person> work) {
    Account account =
        needs
            .database()
            .write(tx -> {
              Person person = person(tx, target);
              work.accept(person);
              return person.known();
            });
    if (account != null) needs.lockout().forget(account);
  }

  private Person person(Tx tx, ActorId target) {
    Actor actor =
        needs
            .actors()
            .byId(tx, target)
            .filter(one -> !one.isDeleted())
            .orElseThrow(Refused.NotFound::new);
    if (actor.local() && actor.kind() == ActorKind.APPLICATION)
      throw new Refused.Forbidden("This action is not allowed");
    return new Person(
        tx,
        actor,
        needs.accounts().byActor(tx, target).orElse(null),
        store.of(tx, target),
        needs.log());
  }

  /** Whom something is done to, as they are in one transaction. */
  private record Person(
      Tx tx, Actor actor, @Nullable Account known, Judgement judgement, AuditLog log) {

    Account account() {
      if (known == null) throw new Refused.NotFound();
      return known;
    }

    /** Nobody acts upon those who may do as much as they. */
    void mustBeBelow(@Nullable Account staff) {
      Role role = known == null ? Role.USER : known.role();
      if (staff != null && !staff.role().isAbove(role))
        throw new Refused.Forbidden("This action is not allowed");
    }

    void log(@Nullable Account staff, String deed) {
      log.note(
          tx,
          staff == null ? null : staff.actor(),
          deed,
          SUBJECT,
          actor.id().value(),
          actor.handle().toString());
    }
  }

  private static String word(Sanction sanction) {
    return sanction.name().toLowerCase(Locale.ROOT);
  }
}
