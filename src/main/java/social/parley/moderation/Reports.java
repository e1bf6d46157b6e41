package social.parley.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.Inboxes;
import social.parley.federation.Outbox;
import social.parley.posts.Post;
import social.parley.posts.PostKind;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What people tell the staff about others, and what becomes of it. */
public final class Reports {
  /** Longest comment of somebody here, in characters. */
  public static final int LONGEST_COMMENT = 1000;

  private static final String SUBJECT = "report";

  private final Settings settings;
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Posts posts;
  private final Outbox outbox;
  private final AuditLog log;
  private final ReportStore store = new ReportStore();

  public Reports(
      Settings settings,
      Database database,
      Ids ids,
      Clock clock,
      Actors actors,
      Posts posts,
      Outbox outbox,
      AuditLog log) {
    this.settings = settings;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.posts = posts;
    this.outbox = outbox;
    this.log = log;
  }

  /** Keeps what somebody here reports, and tells other servers where that is wanted. */
  public Report file(ReportDraft draft) {
    if (draft.comment().codePointCount(0, draft.comment().length()) > LONGEST_COMMENT)
      throw new Refused.Invalid(
          "comment", "ERR_TOO_LONG", "is too long (maximum is " + LONGEST_COMMENT + " characters)");
    boolean broken = draft.category() == ReportCategory.VIOLATION;
    List<String> rules = broken ? known(draft.rules()) : List.of();
    Actor target =
        actors
            .byId(draft.target())
            .filter(actor -> !actor.isDeleted())
            .orElseThrow(Refused.NotFound::new);
    List<Post> named = named(draft);
    Set<Iri> inboxes = inboxes(draft, target, named);
    Actor server = actors.instanceActor();
    Instant now = clock.instant();
    Report report =
        new Report(
            ids.next(),
            null,
            draft.reporter(),
            draft.target(),
            draft.category(),
            draft.comment(),
            named.stream().map(Post::id).toList(),
            draft.collections(),
            rules,
            !inboxes.isEmpty(),
            now,
            now,
            null,
            null,
            null);
    database.run(tx -> {
      insert(tx, report);
      if (!inboxes.isEmpty())
        for (Activity flag : flags(server, target, named, draft))
          outbox.send(tx, server, flag, inboxes);
    });
    return report;
  }

  /** PeerTube takes one video at a time and nothing else with it. */
  private List<Activity> flags(Actor server, Actor target, List<Post> named, ReportDraft draft) {
    List<Activity> flags = new ArrayList<>();
    List<Post> others = new ArrayList<>();
    for (Post post : named)
      if (post.kind() == PostKind.VIDEO)
        flags.add(ReportActivities.flag(outbox.nextId(), server, target, post, draft.comment()));
      else others.add(post);
    if (flags.isEmpty() || !others.isEmpty())
      flags.add(ReportActivities.flag(outbox.nextId(), server, target, others, draft.comment()));
    return flags;
  }

  private List<String> known(Collection<String> rules) {
    int most = settings.about().rules().size();
    List<String> all = new ArrayList<>(new LinkedHashSet<>(rules));
    for (String rule : all)
      if (!rule.matches("[1-9][0-9]{0,3}") || Integer.parseInt(rule) > most)
        throw new Refused.Invalid("rule_ids", "ERR_INVALID", "does not reference valid rules");
    return all;
  }

  /** The posts reported: those of who is reported, as far as the reporter may see them. */
  private List<Post> named(ReportDraft draft) {
    Set<PostId> wanted = new LinkedHashSet<>(draft.posts());
    List<Post> named =
        posts.visibleInOrder(draft.reporter(), List.copyOf(wanted)).stream()
            .filter(post -> post.author().equals(draft.target()))
            .toList();
    if (named.size() != wanted.size()) throw new Refused.NotFound();
    return named;
  }

  private Set<Iri> inboxes(ReportDraft draft, Actor target, List<Post> named) {
    Set<Iri> inboxes = new LinkedHashSet<>();
    if (!draft.forward()) return inboxes;
    List<String> domains = draft.forwardTo();
    if (domains.isEmpty() || domains.contains(target.domain())) inboxes.addAll(Inboxes.of(target));
    if (domains.isEmpty()) return inboxes;
    Set<ActorId> answered = new LinkedHashSet<>();
    for (Post post : named)
      if (post.inReplyToAuthor() instanceof ActorId author) answered.add(author);
    for (Actor author : actors.byIds(answered).values())
      if (domains.contains(author.domain())) inboxes.addAll(Inboxes.of(author));
    return inboxes;
  }

  void insert(Tx tx, Report report) {
    store.insert(tx, report);
    tx.announce(new ReportFiled(report));
  }

  /** A report from elsewhere. */
  void receive(
      Tx tx, @Nullable Iri iri, ActorId reporter, ActorId target, List<PostId> named, String said) {
    Instant now = clock.instant();
    insert(
        tx,
        new Report(
            ids.next(),
            iri,
            reporter,
            target,
            ReportCategory.OTHER,
            said,
            named,
            List.of(),
            List.of(),
            false,
            now,
            now,
            null,
            null,
            null));
  }

  public Report byId(long id) {
    return find(id).orElseThrow(Refused.NotFound::new);
  }

  public Optional<Report> find(long id) {
    return database.read(db -> store.byId(db, id));
  }

  /** Those that there are. */
  public List<Report> byIds(Reading db, Collection<Long> some) {
    return store.byIds(db, some);
  }

  public Page<Report> page(ReportFilter filter, Cursor cursor) {
    return database.read(db -> store.page(db, filter, cursor));
  }

  /** Says more exactly what it is about. */
  public Report change(
      ActorId staff, long id, @Nullable ReportCategory category, @Nullable List<String> rules) {
    List<String> checked = rules == null ? null : known(rules);
    return change(
        staff,
        id,
        "update",
        report -> {
          ReportCategory after = category == null ? report.category() : category;
          List<String> broken = checked == null ? report.rules() : checked;
          return with(
              report,
              after,
              after == ReportCategory.VIOLATION ? broken : List.of(),
              report.assignedTo(),
              report.resolvedAt(),
              report.resolvedBy());
        });
  }

  /** Says who takes care of it; nobody when null. */
  public Report assign(ActorId staff, long id, @Nullable ActorId to) {
    return change(
        staff,
        id,
        to == null ? "unassign" : "assign_to_self",
        report ->
            with(
                report,
                report.category(),
                report.rules(),
                to,
                report.resolvedAt(),
                report.resolvedBy()));
  }

  public Report resolve(ActorId staff, long id) {
    return change(staff, id, "resolve", report -> resolved(report, staff));
  }

  public Report reopen(ActorId staff, long id) {
    return change(
        staff,
        id,
        "reopen",
        report -> with(report, report.category(), report.rules(), report.assignedTo(), null, null));
  }

  private Report resolved(Report report, ActorId staff) {
    return with(
        report,
        report.category(),
        report.rules(),
        report.assignedTo(),
        report.isResolved() ? report.resolvedAt() : clock.instant(),
        report.isResolved() ? report.resolvedBy() : staff);
  }

  void resolve(Tx tx, ActorId staff, long id) {
    Report report = store.byId(tx, id).orElseThrow(Refused.NotFound::new);
    store.update(tx, resolved(report, staff));
    log.note(tx, staff, "resolve", SUBJECT, id, "#" + id);
  }

  /** Deals with everything that is open about somebody. */
  void resolveAbout(Tx tx, ActorId staff, ActorId target) {
    for (Report report : store.openAbout(tx, target)) {
      store.update(tx, resolved(report, staff));
      log.note(tx, staff, "resolve", SUBJECT, report.id(), "#" + report.id());
    }
  }

  private Report change(ActorId staff, long id, String deed, UnaryOperator<Report> change) {
    return database.write(tx -> {
      Report after = change.apply(store.byId(tx, id).orElseThrow(Refused.NotFound::new));
      store.update(tx, after);
      log.note(tx, staff, deed, SUBJECT, id, "#" + id);
      return after;
    });
  }

  private Report with(
      Report report,
      ReportCategory category,
      List<String> rules,
      @Nullable ActorId assigned,
      @Nullable Instant resolvedAt,
      @Nullable ActorId resolvedBy) {
    return new Report(
        report.id(),
        report.iri(),
        report.reporter(),
        report.target(),
        category,
        report.comment(),
        report.posts(),
        report.collections(),
        rules,
        report.forwarded(),
        report.createdAt(),
        clock.instant(),
        assigned,
        resolvedAt,
        resolvedBy);
  }
}
