package social.parley.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Role;
import social.parley.config.AddressRange;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
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
      SELECT j.actor_id, TRUE AS judged, j.silenced_at, j.suspended_at, j.sensitized_at,
        j.removal_at, CAST(NULL AS BIGINT) AS inviter, CAST(NULL AS TEXT) AS address,
        CAST(NULL AS BIGINT) AS used_at
      FROM judgements j WHERE j.actor_id IN (<actors>)
      UNION ALL SELECT u.actor_id, FALSE, NULL, NULL, NULL, NULL, c.actor_id, NULL, NULL
      FROM accounts u JOIN invites i ON i.id = u.invite_id JOIN accounts c ON c.id = i.creator
      WHERE u.actor_id IN (<actors>)
      UNION ALL SELECT u.actor_id, FALSE, NULL, NULL, NULL, NULL, NULL, d.address, d.used_at
      FROM accounts u JOIN account_addresses d ON d.account = u.id
      WHERE u.actor_id IN (<actors>) ORDER BY used_at DESC\
      """;

  /** From where somebody came, and when they last did. */
  public record Address(String address, Instant usedAt) {}

  /** What was decided about somebody, who invited them, and whence they came, the latest first. */
  public record Known(
      @Nullable Judgement judgement, @Nullable ActorId inviter, List<Address> addresses) {
    public static final Known NOTHING = new Known(null, null, List.of());

    public Known {
      addresses = List.copyOf(addresses);
    }

    private Known and(Known more) {
      List<Address> all = new ArrayList<>(addresses);
      all.addAll(more.addresses());
      return new Known(
          judgement == null ? more.judgement() : judgement,
          inviter == null ? more.inviter() : inviter,
          all);
    }
  }

  /** One thing that is known. */
  private record Fact(
      ActorId actorId,
      boolean judged,
      @Nullable Instant silencedAt,
      @Nullable Instant suspendedAt,
      @Nullable Instant sensitizedAt,
      @Nullable Instant removalAt,
      @Nullable ActorId inviter,
      @Nullable String address,
      @Nullable Instant usedAt) {
    Known known() {
      return new Known(
          judged ? new Judgement(actorId, silencedAt, suspendedAt, sensitizedAt, removalAt) : null,
          inviter,
          address == null || usedAt == null ? List.of() : List.of(new Address(address, usedAt)));
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

  /** What is known of each of them, with one statement; nothing of those who are left out. */
  public Map<ActorId, Known> known(Reading db, Collection<ActorId> actors) {
    Map<ActorId, Known> known = new HashMap<>();
    db.query(KNOWN)
        .bindList(EmptyHandling.NULL_KEYWORD, "actors", List.copyOf(actors))
        .mapTo(Fact.class)
        .forEach(fact -> known.merge(fact.actorId(), fact.known(), Known::and));
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
