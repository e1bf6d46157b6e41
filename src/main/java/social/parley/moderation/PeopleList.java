package social.parley.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Role;
import social.parley.config.AddressRange;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.moderation.KnownPerson.Address;
import social.parley.moderation.KnownPerson.Login;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Everybody this server knows, as the staff looks for them. */
public final class PeopleList {
  private final Database database;

  public PeopleList(Database database) {
    this.database = database;
  }

  private static final String KNOWN =
      """
      SELECT a.id AS actor_id, j.actor_id AS judged, j.silenced_at, j.suspended_at,
        j.sensitized_at, j.removal_at, u.email, u.role, u.confirmed, u.approved, u.disabled,
        u.locale, u.created_at, u.sign_up_reason, u.sign_up_application, c.actor_id AS inviter,
        d.address, d.used_at
      FROM actors a LEFT JOIN judgements j ON j.actor_id = a.id
        LEFT JOIN accounts u ON u.actor_id = a.id AND u.deleted_at IS NULL
        LEFT JOIN invites i ON i.id = u.invite_id
        LEFT JOIN accounts c ON c.id = i.creator
        LEFT JOIN account_addresses d ON d.account = u.id
      WHERE a.id IN (<actors>) ORDER BY d.used_at DESC\
      """;

  /** All that is known of somebody, with one of their addresses. */
  private record Fact(
      ActorId actorId,
      @Nullable ActorId judged,
      @Nullable Instant silencedAt,
      @Nullable Instant suspendedAt,
      @Nullable Instant sensitizedAt,
      @Nullable Instant removalAt,
      @Nullable String email,
      @Nullable Role role,
      boolean confirmed,
      boolean approved,
      boolean disabled,
      @Nullable String locale,
      @Nullable Instant createdAt,
      @Nullable String signUpReason,
      @Nullable Long signUpApplication,
      @Nullable ActorId inviter,
      @Nullable String address,
      @Nullable Instant usedAt) {

    static KnownPerson person(List<Fact> facts) {
      Fact first = facts.getFirst();
      return new KnownPerson(
          first.login(),
          first.judgement(),
          first.inviter,
          facts.stream().flatMap(Fact::addresses).toList());
    }

    private @Nullable Login login() {
      return email == null || role == null || locale == null || createdAt == null
          ? null
          : new Login(
              email,
              role,
              confirmed,
              approved,
              disabled,
              locale,
              createdAt,
              signUpReason,
              signUpApplication);
    }

    private @Nullable Judgement judgement() {
      return judged == null
          ? null
          : new Judgement(judged, silencedAt, suspendedAt, sensitizedAt, removalAt);
    }

    private Stream<Address> addresses() {
      return address == null || usedAt == null
          ? Stream.empty()
          : Stream.of(new Address(address, usedAt));
    }
  }

  /** Those whom a filter lets through, by when they came, the latest first. */
  public Page<ActorId> page(PeopleFilter filter, Cursor cursor) {
    return database.read(db -> page(db, filter, cursor));
  }

  private static Page<ActorId> page(Reading db, PeopleFilter filter, Cursor cursor) {
    Conditions conditions = new Conditions();
    conditions.add("a.deleted_at IS NULL AND NOT (a.local AND a.kind = 'application')");
    if (filter.local() instanceof Boolean local) conditions.add(local ? "a.local" : "NOT a.local");
    if (filter.status() instanceof PeopleFilter.Status status) conditions.add(status(status));
    if (!filter.roles().isEmpty())
      conditions.add("u.role IN (" + names(conditions, filter.roles()) + ")");
    if (filter.invitedBy() instanceof ActorId inviter)
      conditions.add(
          """
          u.invite_id IN (SELECT i.id FROM invites i JOIN accounts c ON c.id = i.creator
            WHERE c.actor_id = :inviter)\
          """,
          "inviter",
          inviter);
    texts(conditions, filter);
    addresses(db, conditions, filter.address());
    return page(db, conditions, cursor);
  }

  private static String names(Conditions conditions, List<Role> roles) {
    List<String> names = new ArrayList<>();
    for (Role role : roles) {
      conditions.bound.put("role" + names.size(), role);
      names.add(":role" + names.size());
    }
    return String.join(", ", names);
  }

  private static String status(PeopleFilter.Status status) {
    return switch (status) {
      case ACTIVE ->
          """
          a.standing <> 'suspended'
          AND (NOT a.local OR (u.confirmed AND u.approved AND NOT u.disabled))\
          """;
      case PENDING -> "NOT u.approved";
      case DISABLED -> "u.disabled";
      case SILENCED -> "a.standing = 'limited'";
      case SUSPENDED -> "a.standing = 'suspended'";
      case SENSITIZED ->
          """
          EXISTS (SELECT 1 FROM judgements j
            WHERE j.actor_id = a.id AND j.sensitized_at IS NOT NULL)\
          """;
    };
  }

  private static void texts(Conditions conditions, PeopleFilter filter) {
    String username = filter.username().toLowerCase(Locale.ROOT);
    if (!username.isBlank()) {
      conditions.add("a.handle_key >= :username", "username", username);
      conditions.add("a.handle_key < :usernameEnd", "usernameEnd", username + '\uffff');
    }
    if (!filter.displayName().isBlank())
      conditions.add(
          "lower(a.display_name) LIKE :name ESCAPE '\\'",
          "name",
          escaped(filter.displayName()) + "%");
    if (!filter.domain().isBlank())
      conditions.add("a.domain = :domain", "domain", DomainName.read(filter.domain()));
    if (!filter.email().isBlank())
      conditions.add("u.email_key LIKE :email ESCAPE '\\'", "email", escaped(filter.email()) + "%");
  }

  private static String escaped(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_");
  }

  /** An address or a range of them; what is neither is nobody's. */
  private static void addresses(Reading db, Conditions conditions, String given) {
    if (given.isBlank()) return;
    List<String> found = new ArrayList<>();
    try {
      AddressRange range = AddressRange.parse(given.strip());
      for (String known :
          db.query("SELECT DISTINCT address FROM account_addresses").mapTo(String.class).list())
        if (range.contains(AddressRange.parse(known).base())) found.add(known);
    } catch (IllegalArgumentException noAddress) {
      found.clear();
    }
    conditions.lists.put("addresses", found);
    conditions.add(
        "u.id IN (SELECT account FROM account_addresses WHERE address IN (<addresses>))");
  }

  private static Page<ActorId> page(Reading db, Conditions conditions, Cursor cursor) {
    Query query =
        db.page(
            "SELECT a.id FROM actors a LEFT JOIN accounts u ON u.actor_id = a.id WHERE "
                + String.join(" AND ", conditions.all),
            "a.id",
            cursor);
    conditions.bound.forEach(query::bind);
    conditions.lists.forEach(
        (name, values) -> query.bindList(EmptyHandling.NULL_KEYWORD, name, values));
    return Page.of(query.mapTo(ActorId.class).list(), cursor, ActorId::value);
  }

  /** What is known of each of them that there is, with one statement. */
  public Map<ActorId, KnownPerson> known(Reading db, Collection<ActorId> actors) {
    Map<ActorId, List<Fact>> facts = new HashMap<>();
    db.query(KNOWN)
        .bindList(EmptyHandling.NULL_KEYWORD, "actors", List.copyOf(actors))
        .mapTo(Fact.class)
        .forEach(fact -> facts.computeIfAbsent(fact.actorId(), _ -> new ArrayList<>()).add(fact));
    Map<ActorId, KnownPerson> known = new HashMap<>();
    facts.forEach((actor, some) -> known.put(actor, Fact.person(some)));
    return known;
  }

  /** The parts of a question. */
  private static final class Conditions {
    final List<String> all = new ArrayList<>();
    final Map<String, Object> bound = new HashMap<>();
    final Map<String, List<String>> lists = new HashMap<>();

    void add(String condition) {
      all.add(condition);
    }

    void add(String condition, String name, Object value) {
      all.add(condition);
      bound.put(name, value);
    }
  }
}
