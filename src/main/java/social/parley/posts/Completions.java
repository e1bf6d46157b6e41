package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/**
 * Begins to fetch what is missing of conversations and profiles of other servers when somebody here
 * opens them, though not again within minutes. What comes so is no news: it reaches no home and
 * notifies nobody.
 */
public final class Completions {
  private static final String THREAD = "complete-thread";
  private static final String PROFILE = "complete-profile";
  private static final Duration THREAD_PAUSE = Duration.ofMinutes(10);
  private static final Duration PROFILE_PAUSE = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(2);
  private static final long MOST_BYTES = 1 << 20;

  private final Posts.Needs needs;
  private final ThreadCompletion threads;
  private final ProfileCompletion profiles;
  private final CompletionStore store = new CompletionStore();
  private final ReadCache<Iri, CompletionStore.Row> rows =
      new ReadCache<>(MOST_BYTES, (subject, _) -> 200 + subject.value().length());

  Completions(Posts.Needs needs, RemotePosts remote, Arrivals arrivals, Pins pins) {
    this.needs = needs;
    threads = new ThreadCompletion(needs, remote);
    profiles = new ProfileCompletion(needs, remote, arrivals, pins);
  }

  /** What is to be completed, and under which number that is noted. */
  record Job(long completion, String subject) {}

  void handle() {
    needs.jobs().handleSlow(THREAD, Job.class, job -> run(job, threads::complete));
    needs.jobs().handleSlow(PROFILE, Job.class, job -> run(job, profiles::complete));
    needs.jobs().every(Duration.ofHours(24), "forget-completions", this::forget);
  }

  private interface Work {
    void complete(Iri subject, IntConsumer progress);
  }

  private void run(Job job, Work work) {
    Iri subject = new Iri(job.subject());
    work.complete(
        subject, found -> change(subject, tx -> store.found(tx, job.completion(), found)));
    change(subject, tx -> store.finish(tx, job.completion(), needs.clock().instant()));
  }

  private void change(Iri subject, Consumer<Tx> change) {
    needs
        .database()
        .run(tx -> {
          change.accept(tx);
          rows.drop(tx, subject);
        });
  }

  private void forget() {
    needs.database().run(tx -> store.forget(tx, needs.clock().instant().minus(KEPT)));
  }

  /** Somebody who is signed in looks at the conversation below a post; not inside a write. */
  public Optional<Completion> opened(Post post) {
    boolean open = post.reach().isOpen() && !post.isBoost();
    return post.local() || !open ? Optional.empty() : begin(THREAD, post.iri(), THREAD_PAUSE);
  }

  /** Somebody who is signed in looks at a profile; not inside a write. */
  public Optional<Completion> opened(Actor actor) {
    return actor.local() || !actor.isPresent()
        ? Optional.empty()
        : begin(PROFILE, actor.iri(), PROFILE_PAUSE);
  }

  /** How far one is. */
  public Optional<Completion> find(long id) {
    return needs.database().read(db -> store.find(db, id).map(CompletionStore.Row::completion));
  }

  private Optional<Completion> begin(String kind, Iri subject, Duration pause) {
    Instant now = needs.clock().instant();
    Instant before = now.minus(pause);
    CompletionStore.Row there =
        rows.one(subject, _ -> needs.database().read(db -> store.of(db, subject)).orElse(null));
    if (there != null && there.startedAt().isAfter(before)) return Optional.of(there.completion());
    long id = needs.ids().next();
    boolean begun =
        needs
            .database()
            .write(tx -> {
              if (!store.begin(tx, id, subject, now, before)) return false;
              rows.drop(tx, subject);
              needs.jobs().enqueue(tx, kind, new Job(id, subject.value()));
              return true;
            });
    return begun ? Optional.of(new Completion(id, false, 0)) : Optional.empty();
  }
}
