package social.parley.announcements;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.emojis.Emojis;
import social.parley.jobs.Jobs;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import social.parley.text.Hashtag;
import social.parley.text.Mention;
import social.parley.text.PostText;
import social.parley.text.Rendered;
import social.parley.text.TextFormat;
import social.parley.text.UnicodeEmoji;

/** The front door to announcements. */
public final class Notices {
  /** What announcements are built on. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      Settings settings,
      Jobs jobs,
      Actors actors,
      Posts posts,
      Emojis emojis) {}

  /** One announcement as somebody has it. */
  public record Shown(Notice notice, boolean read, List<NoticeReaction> reactions) {}

  /** A job that publishes what is due, or takes away what is over. */
  record Due(long notice) {}

  private static final String PUBLISH = "announcements.publish";
  private static final String END = "announcements.end";
  private static final int MOST_KINDS = 16;
  private static final int MOST_CHARACTERS = 20_000;
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\")]+");

  private final Needs needs;
  private final PostText text;
  private final NoticeStore store = new NoticeStore();

  public Notices(Needs needs) {
    this.needs = needs;
    this.text =
        new PostText(needs.settings().handleDomain(), tag -> needs.settings().at("/tags/" + tag));
    needs.jobs().handle(PUBLISH, Due.class, this::publishDue);
    needs.jobs().handle(END, Due.class, this::endDue);
  }

  /** Announces something now, or once it is due. */
  public Notice create(NoticeDraft draft) {
    Instant now = needs.clock().instant();
    Notice notice = notice(needs.ids().next(), draft, isLater(draft.dueAt(), now) ? null : now);
    needs
        .database()
        .run(tx -> {
          store.insert(tx, notice);
          plan(tx, notice);
        });
    return notice;
  }

  private static boolean isLater(@Nullable Instant due, Instant now) {
    return due != null && due.isAfter(now);
  }

  private void plan(Tx tx, Notice notice) {
    Instant due = notice.dueAt();
    Instant end = notice.endsAt();
    if (notice.isShown(needs.clock().instant())) tx.announce(new Announced(notice));
    else if (notice.publishedAt() == null && due != null)
      needs.jobs().enqueue(tx, PUBLISH, new Due(notice.id()), due);
    if (end != null) needs.jobs().enqueue(tx, END, new Due(notice.id()), end);
  }

  /** Changes what an announcement says; one that is published stays so. */
  public Notice edit(long id, NoticeDraft draft) {
    Notice former = find(id);
    Instant now = needs.clock().instant();
    boolean waits = former.publishedAt() == null && isLater(draft.dueAt(), now);
    Instant published = former.publishedAt() == null && !waits ? now : former.publishedAt();
    Notice notice = notice(id, draft, published);
    needs
        .database()
        .run(tx -> {
          store.update(tx, notice);
          plan(tx, notice);
        });
    return notice;
  }

  public void delete(long id) {
    needs
        .database()
        .run(tx -> {
          if (!store.delete(tx, id)) throw new Refused.NotFound();
          tx.announce(new Withdrawn(id));
        });
  }

  private void publishDue(Due due) {
    Instant now = needs.clock().instant();
    needs
        .database()
        .run(tx ->
            store
                .find(tx, due.notice())
                .filter(one -> one.publishedAt() == null && !isLater(one.dueAt(), now))
                .ifPresent(one -> {
                  Notice published = published(one, now);
                  store.update(tx, published);
                  if (published.isShown(now)) tx.announce(new Announced(published));
                }));
  }

  private static Notice published(Notice one, Instant now) {
    return new Notice(
        one.id(),
        one.source(),
        one.html(),
        one.mentions(),
        one.posts(),
        one.tags(),
        one.startsAt(),
        one.endsAt(),
        one.allDay(),
        one.dueAt(),
        now,
        now);
  }

  private void endDue(Due due) {
    Instant now = needs.clock().instant();
    needs
        .database()
        .run(tx ->
            store
                .find(tx, due.notice())
                .filter(one -> !one.isShown(now) && !isLater(one.endsAt(), now))
                .ifPresent(one -> tx.announce(new Withdrawn(one.id()))));
  }

  private Notice notice(long id, NoticeDraft draft, @Nullable Instant published) {
    String source = draft.text().strip();
    if (source.isEmpty()) throw new Refused.Invalid("text", "ERR_BLANK", "The text can't be blank");
    if (source.length() > MOST_CHARACTERS)
      throw new Refused.Invalid("text", "ERR_TOO_LONG", "The text is too long");
    Instant starts = draft.startsAt();
    Instant ends = draft.endsAt();
    if (starts != null && ends != null && ends.isBefore(starts))
      throw new Refused.Invalid("ends_at", "ERR_INVALID", "The end is before the beginning");
    Map<Handle, Actor> people = people(source);
    Rendered rendered =
        text.render(
            source,
            TextFormat.MARKDOWN,
            handle -> Optional.ofNullable(people.get(handle)).map(actor -> mention(handle, actor)));
    return new Notice(
        id,
        source,
        rendered.html(),
        people.values().stream().map(Actor::id).distinct().toList(),
        posts(source),
        rendered.hashtags().stream().map(Hashtag::normalise).distinct().toList(),
        starts,
        ends,
        draft.allDay(),
        draft.dueAt(),
        published,
        needs.clock().instant());
  }

  private static Mention mention(Handle handle, Actor actor) {
    return new Mention(handle, actor.iri(), Iri.parse(actor.url()).orElse(actor.iri()));
  }

  private Map<Handle, Actor> people(String source) {
    Map<Handle, Actor> people = new HashMap<>();
    for (Handle handle : text.handles(source, TextFormat.MARKDOWN))
      needs
          .actors()
          .byHandle(handle)
          .filter(Actor::isPresent)
          .ifPresent(actor -> people.put(handle, actor));
    return people;
  }

  /** Open posts that the text links to. */
  private List<PostId> posts(String source) {
    Set<PostId> posts = new LinkedHashSet<>();
    Matcher address = ADDRESS.matcher(source);
    while (address.find())
      Iri.parse(address.group())
          .flatMap(needs.posts()::byAddress)
          .filter(post -> post.reach() == Reach.PUBLIC && !post.isBoost())
          .map(Post::id)
          .ifPresent(posts::add);
    return new ArrayList<>(posts);
  }

  /** All of them, also those that wait or are over, the oldest first. */
  public List<Notice> all() {
    return needs.database().read(store::all);
  }

  public Notice find(long id) {
    return needs.database().read(db -> store.find(db, id)).orElseThrow(Refused.NotFound::new);
  }

  /** What is announced just now, for one reader, the oldest first. */
  public List<Shown> shown(ActorId reader) {
    Instant now = needs.clock().instant();
    return needs
        .database()
        .read(db -> {
          List<Notice> notices =
              store.all(db).stream().filter(notice -> notice.isShown(now)).toList();
          if (notices.isEmpty()) return List.of();
          Set<Long> read = store.readBy(db, reader);
          Map<Long, List<NoticeReaction>> reactions =
              store.reactions(db, reader, notices.stream().map(Notice::id).toList());
          return notices.stream()
              .map(notice ->
                  new Shown(
                      notice,
                      read.contains(notice.id()),
                      reactions.getOrDefault(notice.id(), List.of())))
              .toList();
        });
  }

  /** Marks an announcement as read. */
  public void dismiss(ActorId reader, long id) {
    needs
        .database()
        .run(tx -> {
          requireShown(tx, id);
          store.read(tx, id, reader);
        });
  }

  private void requireShown(Reading db, long id) {
    Instant now = needs.clock().instant();
    if (store.find(db, id).filter(one -> one.isShown(now)).isEmpty()) throw new Refused.NotFound();
  }

  /** Reacts with a Unicode emoji or one of this server's. */
  public void react(ActorId actor, long id, String given) {
    needs.database().run(tx -> requireShown(tx, id));
    String name =
        UnicodeEmoji.of(given)
            .or(() -> needs.emojis().usable(given).map(own -> own.shortcode()))
            .orElseThrow(
                () -> new Refused.Invalid("name", "ERR_INVALID", "is not a recognized emoji"));
    long row = needs.ids().next();
    change(
        actor,
        id,
        name,
        tx -> {
          List<NoticeReaction> there = reactions(tx, actor, id);
          if (there.size() >= MOST_KINDS
              && there.stream().noneMatch(one -> one.name().equals(name)))
            throw new Refused.Invalid("name", "ERR_LIMIT", "Limit of different reactions reached");
          return store.react(tx, row, id, actor, name);
        });
  }

  /** Takes a reaction back, if there is one. */
  public void unreact(ActorId actor, long id, String given) {
    String name = UnicodeEmoji.of(given).orElse(given);
    change(actor, id, name, tx -> store.unreact(tx, id, actor, name));
  }

  private void change(ActorId actor, long id, String name, Function<Tx, Boolean> change) {
    needs
        .database()
        .run(tx -> {
          requireShown(tx, id);
          if (!change.apply(tx)) return;
          long count =
              reactions(tx, actor, id).stream()
                  .filter(one -> one.name().equals(name))
                  .mapToLong(NoticeReaction::count)
                  .findFirst()
                  .orElse(0);
          tx.announce(new NoticeReacted(id, name, count));
        });
  }

  private List<NoticeReaction> reactions(Reading db, ActorId reader, long id) {
    return store.reactions(db, reader, List.of(id)).getOrDefault(id, List.of());
  }
}
