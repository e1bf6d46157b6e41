package social.parley.portability;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.Filters;
import social.parley.follows.Blocks;
import social.parley.follows.FollowOptions;
import social.parley.follows.Follows;
import social.parley.follows.HiddenDomains;
import social.parley.jobs.Jobs;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.lists.Replies;
import social.parley.portability.ImportReader.FollowDetail;
import social.parley.portability.ImportStore.Surplus;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.Bookmarks;
import social.parley.storage.Database;

/**
 * Works through what people bring, some rows at a time, by the doors that people use themselves.
 * Doing a row twice does no more than doing it once, so that it may break off anywhere.
 */
public final class ImportWork {
  private static final int REMOVED_AT_ONCE = 50;
  private static final int ROWS_AT_ONCE = 20;
  private static final int MOST_ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  /** Imports follow nobody any more once their owner follows so many. */
  static final int MOST_FOLLOWED = 7_500;

  private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
  private static final String UNKNOWN = "There is no such account";
  private static final String UNREACHABLE = "Its server cannot be reached";
  private static final String NO_POST = "The post cannot be found";

  /** What rows are done with. */
  public record Doors(
      RemoteActors people,
      Follows follows,
      Blocks blocks,
      HiddenDomains domains,
      Lists lists,
      Posts posts,
      Bookmarks bookmarks,
      Filters filters) {}

  /**
   * Where an import is: what it removes after a row id, none when null, then the rows that have
   * been tried so often at most. Of each number there is one, however often it is done.
   */
  record Step(long id, long number, @Nullable Long removeAfter, int attempts) {
    static Step first(Import one) {
      return new Step(one.id(), 0, one.overwrite() ? 0L : null, 0);
    }

    Step next(@Nullable Long after, int tries) {
      return new Step(id, number + 1, after, tries);
    }
  }

  private sealed interface Outcome {
    record Done() implements Outcome {}

    record Failed(String reason) implements Outcome {}

    record Later(String reason) implements Outcome {}
  }

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Actors actors;
  private final Doors doors;
  private final FilterWork filters;
  private final ImportStore store = new ImportStore();

  ImportWork(Database database, Clock clock, Jobs jobs, Actors actors, Doors doors) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.actors = actors;
    this.doors = doors;
    this.filters = new FilterWork(doors.filters());
  }

  void run(Step step) {
    Import one = database.read(db -> store.find(db, step.id())).orElse(null);
    if (one == null || one.state() != Import.State.RUNNING || !isThere(one.ownerId())) return;
    Long after = step.removeAfter();
    if (after != null) remove(one, step, after);
    else rows(one, step);
  }

  private boolean isThere(ActorId owner) {
    return actors.byId(owner).filter(Actor::isPresent).isPresent();
  }

  private boolean goesOn(Step step) {
    return !jobs.isStopping() && database.read(db -> store.isDue(db, step.id(), step.number()));
  }

  private void remove(Import one, Step step, long after) {
    List<Surplus> some = database.read(db -> store.surplus(db, one, after, REMOVED_AT_ONCE));
    long last = after;
    int removed = 0;
    for (Surplus surplus : some) {
      if (!goesOn(step)) break;
      if (removed(one, surplus)) removed++;
      last = surplus.id();
    }
    boolean over = some.size() < REMOVED_AT_ONCE && (some.isEmpty() || last == some.getLast().id());
    Step next = step.next(over ? null : (Long) last, 0);
    int count = removed;
    database.run(tx -> {
      if (!store.proceed(tx, one.id(), step.number())) return;
      store.countRemoved(tx, one.id(), count);
      jobs.enqueue(tx, Imports.WORK, next);
    });
  }

  /** False when it is gone already. */
  private boolean removed(Import one, Surplus surplus) {
    ActorId me = one.ownerId();
    ActorId person = new ActorId(surplus.target());
    try {
      switch (one.kind()) {
        case FOLLOWING -> doors.follows().unfollow(me, person);
        case BLOCKS -> doors.blocks().unblock(me, person);
        case MUTES -> doors.blocks().unmute(me, person);
        case DOMAINS -> doors.domains().show(me, surplus.name());
        case BOOKMARKS -> doors.bookmarks().unbookmark(me, new PostId(surplus.target()));
        case LISTS -> doors.lists().leave(me, ListId.parse(surplus.name()), List.of(person));
        case FILTERS -> doors.filters().delete(me, surplus.target());
      }
      return true;
    } catch (Refused gone) {
      return false;
    }
  }

  private void rows(Import one, Step step) {
    int attempts = step.attempts();
    List<ImportRow> some = database.read(db -> store.waiting(db, one.id(), attempts, ROWS_AT_ONCE));
    for (ImportRow row : some) {
      if (!goesOn(step)) break;
      note(one, row, outcome(one, row));
    }
    database.run(tx -> {
      if (!store.proceed(tx, one.id(), step.number())) return;
      if (!some.isEmpty()) jobs.enqueue(tx, Imports.WORK, step.next(null, attempts));
      else if (store.anyWaiting(tx, one.id()))
        jobs.enqueue(
            tx,
            Imports.WORK,
            step.next(null, attempts + 1),
            clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (2 * attempts))));
      else {
        boolean _ =
            store.advance(
                tx, one.id(), Import.State.RUNNING, Import.State.FINISHED, clock.instant());
      }
    });
  }

  private void note(Import one, ImportRow row, Outcome outcome) {
    boolean last = row.attempts() + 1 >= MOST_ATTEMPTS;
    database.run(tx -> {
      switch (outcome) {
        case Outcome.Done _ -> store.settle(tx, one.id(), row.line(), ImportRow.State.DONE, null);
        case Outcome.Failed(String reason) ->
            store.settle(tx, one.id(), row.line(), ImportRow.State.FAILED, reason);
        case Outcome.Later(String reason) ->
            store.settle(
                tx,
                one.id(),
                row.line(),
                last ? ImportRow.State.FAILED : ImportRow.State.WAITING,
                reason);
      }
    });
  }

  private Outcome outcome(Import one, ImportRow row) {
    try {
      return switch (one.kind()) {
        case DOMAINS -> {
          doors.domains().hide(one.ownerId(), row.subject());
          yield new Outcome.Done();
        }
        case BOOKMARKS -> withPost(row, post -> doors.bookmarks().bookmark(one.ownerId(), post));
        case FILTERS -> filtered(one, row);
        case FOLLOWING, BLOCKS, MUTES, LISTS -> toward(one, row);
      };
    } catch (Refused.Unavailable later) {
      return new Outcome.Later(later.reason());
    } catch (Refused refused) {
      return new Outcome.Failed(refused.reason());
    } catch (RuntimeException broken) {
      if (jobs.isStopping()) throw broken;
      log.warn("import row failed import={} line={}", one.id(), row.line(), broken);
      return new Outcome.Later(UNREACHABLE);
    }
  }

  private Outcome toward(Import one, ImportRow row) {
    Handle handle = Handle.parse(row.subject()).orElse(null);
    if (handle == null) return new Outcome.Failed(UNKNOWN);
    return switch (doors.people().find(handle)) {
      case Resolution.Found(Actor person) when person.isPresent() -> {
        done(one, row, person.id());
        yield new Outcome.Done();
      }
      case Resolution.Found _, Resolution.Gone _, Resolution.NotFound _ ->
          new Outcome.Failed(UNKNOWN);
      case Resolution.Unreachable _ -> new Outcome.Later(UNREACHABLE);
    };
  }

  private void done(Import one, ImportRow row, ActorId person) {
    ActorId me = one.ownerId();
    switch (one.kind()) {
      case FOLLOWING -> {
        FollowDetail how = FollowDetail.of(row.detail());
        FollowOptions options =
            new FollowOptions(how.boosts(), how.notifying(), how.languageList());
        follow(me, person, !follows(me, person), options);
      }
      case BLOCKS -> doors.blocks().block(me, person);
      case MUTES -> doors.blocks().mute(me, person, Boolean.parseBoolean(row.detail()), null);
      case LISTS -> joined(me, row.detail(), person);
      case DOMAINS, BOOKMARKS, FILTERS -> throw new IllegalArgumentException("not about people");
    }
  }

  private boolean follows(ActorId me, ActorId person) {
    return database.read(db -> doors.follows().find(db, me, person)).isPresent();
  }

  private void follow(ActorId me, ActorId person, boolean fresh, FollowOptions options) {
    if (fresh && database.read(db -> store.countFollowed(db, me)) >= MOST_FOLLOWED)
      throw new Refused.Forbidden(
          "No more than " + MOST_FOLLOWED + " people are followed by import");
    doors.follows().follow(me, person, options);
  }

  /** Only people whom one follows, or has asked to, stand on lists. */
  private void joined(ActorId me, String title, ActorId person) {
    if (!person.equals(me) && !follows(me, person)) follow(me, person, true, FollowOptions.USUAL);
    PersonalList list =
        doors.lists().of(me).stream()
            .filter(one -> one.title().equals(title))
            .findFirst()
            .orElseGet(() -> doors.lists().create(me, title, Replies.LIST, false));
    if (doors.lists().holding(me, person).stream().noneMatch(one -> one.id().equals(list.id())))
      doors.lists().join(me, list.id(), List.of(person));
  }

  private Outcome filtered(Import one, ImportRow row) {
    if (row.detail().startsWith(ImportReader.HELD)) {
      String key = row.detail().substring(ImportReader.HELD.length());
      // What is brought later empties a filter that it overwrites.
      if (database.read(db -> store.isFilterWaiting(db, one.id(), key)))
        return new Outcome.Later(FilterWork.MISSING);
      return withPost(row, post -> filters.hold(one.ownerId(), key, post));
    }
    filters.bring(one.ownerId(), FilterRow.ofDetail(row.detail()), one.overwrite());
    return new Outcome.Done();
  }

  private Outcome withPost(ImportRow row, Consumer<PostId> deed) {
    Iri address = new Iri(row.subject());
    Optional<Post> post = doors.posts().byAddress(address);
    if (post.isEmpty()) {
      if (actors.addresses().isLocal(address)) return new Outcome.Failed(NO_POST);
      post = doors.posts().fetch(address);
    }
    if (post.isEmpty()) return new Outcome.Later(NO_POST);
    deed.accept(post.get().id());
    return new Outcome.Done();
  }
}
