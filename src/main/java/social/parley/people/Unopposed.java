package social.parley.people;

/** Whom a reader has nothing against, nor they against the reader, as a condition in SQL. */
final class Unopposed {
  private static final String CONDITION =
      """
      (NOT EXISTS (SELECT 1 FROM blocks ub WHERE ub.actor_id = #reader AND ub.target_id = #a.id)
        AND NOT EXISTS (SELECT 1 FROM blocks uk
          WHERE uk.actor_id = #a.id AND uk.target_id = #reader)
        AND NOT EXISTS (SELECT 1 FROM mutes um WHERE um.actor_id = #reader
          AND um.target_id = #a.id AND (um.until IS NULL OR um.until > :now))
        AND NOT EXISTS (SELECT 1 FROM hidden_domains ud
          WHERE ud.actor_id = #reader AND ud.domain = #a.domain))\
      """;

  private Unopposed() {}

  /** The condition for an alias of {@code actors}; it uses the parameter {@code :now}. */
  static String sql(String reader, String alias) {
    return CONDITION.replace("#reader", reader).replace("#a", alias);
  }
}
