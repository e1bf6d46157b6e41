package social.parley.moderation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import social.parley.actors.Actor;
import social.parley.actors.ActorChanged;
import social.parley.actors.Actors;
import social.parley.actors.ProfileEdit;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.jobs.Jobs;
import social.parley.moderation.Severances.Severance;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Makes everybody elsewhere stand as the policy for their domain and the decisions about themselves
 * say, whichever is harder; some at a time, so that nothing else waits long.
 */
public final class Enforcement {
  private static final String KIND = "moderation.enforce";
  private static final int AT_ONCE = 100;

  private final Database database;
  private final Jobs jobs;
  private final Actors actors;
  private final DomainPolicy policy;
  private final Severances severances;
  private final JudgementStore judgements = new JudgementStore();

  /** A job that goes on after an actor; an empty domain stands for all. */
  record Enforce(String domain, long severance, long after) {}

  public Enforcement(
      Database database, Jobs jobs, Actors actors, DomainPolicy policy, Severances severances) {
    this.database = database;
    this.jobs = jobs;
    this.actors = actors;
    this.policy = policy;
    this.severances = severances;
  }

  /** To be called once: says how the work is done, and has it looked after daily. */
  public void handle() {
    jobs.handle(KIND, Enforce.class, job -> database.run(tx -> some(tx, job)));
    // What changed while nobody looked, such as the mode of federation.
    jobs.every(Duration.ofHours(24), "moderation.daily", () -> database.run(tx -> changed(tx, "")));
  }

  /** What is said about a domain has changed. */
  void changed(Tx tx, String domain) {
    long severance = severances.begin(SeveranceKind.DOMAIN_BLOCK, domain).id();
    jobs.enqueue(tx, KIND, new Enforce(domain, severance, -1));
  }

  private void some(Tx tx, Enforce job) {
    List<ActorId> ids = next(tx, job);
    Map<ActorId, Judgement> own = judgements.of(tx, ids);
    for (Actor actor : inOrder(actors.byIds(tx, ids).values()))
      settle(tx, job, actor, own.getOrDefault(actor.id(), Judgement.none(actor.id())));
    if (ids.size() == AT_ONCE) {
      long last = ids.getLast().value();
      jobs.enqueue(tx, KIND, new Enforce(job.domain(), job.severance(), last));
    } else severances.tell(tx, job.severance());
  }

  private static List<Actor> inOrder(Collection<Actor> some) {
    List<Actor> all = new ArrayList<>(some);
    all.sort((one, other) -> Long.compare(one.id().value(), other.id().value()));
    return all;
  }

  private void settle(Tx tx, Enforce job, Actor actor, Judgement own) {
    if (actor.isDeleted()) return;
    Treatment treatment = policy.of(tx, actor);
    strip(tx, actor, treatment);
    Standing due = due(treatment, own);
    if (due == actor.standing()) return;
    actors.judge(tx, actor.id(), due);
    if (due == Standing.SUSPENDED) severances.sever(tx, severance(job, actor), actor);
    else if (actor.standing() == Standing.SUSPENDED) severances.mend(tx, actor.id());
  }

  private static Severance severance(Enforce job, Actor actor) {
    String target = job.domain().isEmpty() ? actor.domain() : job.domain();
    return new Severance(job.severance(), SeveranceKind.DOMAIN_BLOCK, target);
  }

  private static Standing due(Treatment treatment, Judgement own) {
    Standing byDomain =
        switch (treatment.severity()) {
          case NOOP -> Standing.OK;
          case SILENCE -> Standing.LIMITED;
          case SUSPEND -> Standing.SUSPENDED;
        };
    return byDomain.compareTo(own.standing()) >= 0 ? byDomain : own.standing();
  }

  /** How somebody stands now, by their domain and by what was decided about them. */
  Standing due(Reading db, Actor actor, Judgement own) {
    return due(policy.of(db, actor), own);
  }

  /** Whoever is met anew stands as their domain does; it is to be subscribed. */
  public void actorChanged(Tx tx, ActorChanged changed) {
    if (changed.local()) return;
    Actor actor = actors.byId(tx, changed.actor()).orElse(null);
    if (actor == null || actor.isDeleted()) return;
    Treatment treatment = policy.of(tx, actor);
    strip(tx, actor, treatment);
    Standing due = due(treatment, Judgement.none(actor.id()));
    if (due.compareTo(actor.standing()) > 0) actors.judge(tx, actor.id(), due);
  }

  /** Where files are not wanted, profiles have no pictures; those come back with the next look. */
  private void strip(Tx tx, Actor actor, Treatment treatment) {
    if (!treatment.rejectMedia() || (actor.avatar() == null && actor.header() == null)) return;
    actors.edit(tx, actor.id(), new ProfileEdit().avatar(null, "").header(null, ""));
  }

  private static List<ActorId> next(Reading db, Enforce job) {
    String domain = job.domain();
    String narrowed =
        domain.isEmpty()
            ? ""
            : """
             AND (domain = :domain OR domain LIKE :port OR domain LIKE :under
              OR domain LIKE :underPort OR iri LIKE :host)\
            """;
    var query =
        db.query(
                "SELECT id FROM actors WHERE NOT local AND id > :after"
                    + narrowed
                    + " ORDER BY id LIMIT :most")
            .bind("after", job.after())
            .bind("most", AT_ONCE);
    // What is found beyond the domain stands as before, since the policy itself is asked again.
    if (!domain.isEmpty())
      query
          .bind("domain", domain)
          .bind("port", domain + ":%")
          .bind("under", "%." + domain)
          .bind("underPort", "%." + domain + ":%")
          .bind("host", "%" + domain + "%");
    return query.mapTo(ActorId.class).list();
  }
}
